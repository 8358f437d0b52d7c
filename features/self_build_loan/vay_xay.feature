# language: vi
@dieu-48 @dieu-110
Tính năng: Vay vốn ưu đãi tự xây dựng, cải tạo, sửa chữa nhà ở

  Bối cảnh: hộ nghèo nông thôn có đất ở, nhà dột nát
    Biết hồ sơ:
      | Nhóm đối tượng                                       | Hộ nghèo nông thôn |
      | Có đất ở                                             | có        |
      | Hộ có nhà ở                                          | có        |
      | Hiện trạng nhà                                       | Dột nát   |
      | Đăng ký thường trú tại xã nơi có đất ở, nhà ở        | có        |
      | Có khả năng trả nợ theo cam kết                      | có        |
      | Có giấy đề nghị vay vốn                              | có        |
      | Bảo đảm tiền vay theo quy định                       | có        |
      | Có Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà | có      |
      | Có phương án giá thành và giấy phép xây dựng (nếu phải có) | có  |
      | Giá trị dự toán hoặc phương án sử dụng vốn           | 800 triệu |
      | Giá trị tài sản bảo đảm                              | 2 tỷ      |
    Và ngày xét là 01/05/2026

  Tình huống: Vay tối đa 70 % dự toán, không quá 01 tỷ đồng và 70 % tài sản bảo đảm
    Khi xét "self_build_loan"
    Thì kết quả từng dòng là:
      | Giá trị dự toán hoặc phương án sử dụng vốn | Giá trị tài sản bảo đảm | kết quả      | mức hỗ trợ                    |
      | 800.000.000                                | 2.000.000.000           | đủ điều kiện | vay tối đa 560.000.000 đồng   |
      | 1.428.571.428                              | 3.000.000.000           | đủ điều kiện | vay tối đa 999.999.999 đồng   |
      | 1.428.571.430                              | 3.000.000.000           | đủ điều kiện | vay tối đa 1.000.000.000 đồng |
      | 5.000.000.000                              | 9.000.000.000           | đủ điều kiện | vay tối đa 1.000.000.000 đồng |
      | 800.000.000                                | 500.000.000             | đủ điều kiện | vay tối đa 350.000.000 đồng   |

  Tình huống: Từng điều kiện không đạt hoặc chưa rõ
    Khi xét "self_build_loan"
    Thì kết quả từng dòng là:
      | thông tin                                              | giá trị   | kết quả            | không đạt             | chưa xác định         |
      | Nhóm đối tượng                                         | Sinh viên | không đủ điều kiện | self_build_subject    |                       |
      | Nhóm đối tượng                                         |           | chưa đủ thông tin  |                       | self_build_subject    |
      | Có đất ở                                               | không     | không đủ điều kiện | land_and_house_need   |                       |
      | Hiện trạng nhà                                         | Tốt       | không đủ điều kiện | land_and_house_need   |                       |
      | Hiện trạng nhà                                         |           | chưa đủ thông tin  |                       | land_and_house_need   |
      | Đăng ký thường trú tại xã nơi có đất ở, nhà ở          | không     | không đủ điều kiện | registered_in_commune |                       |
      | Đăng ký thường trú tại xã nơi có đất ở, nhà ở          |           | chưa đủ thông tin  |                       | registered_in_commune |
      | Có khả năng trả nợ theo cam kết                        | không     | không đủ điều kiện | able_to_repay         |                       |
      | Có khả năng trả nợ theo cam kết                        |           | chưa đủ thông tin  |                       | able_to_repay         |
      | Có giấy đề nghị vay vốn                                | không     | không đủ điều kiện | loan_requested        |                       |
      | Có giấy đề nghị vay vốn                                |           | chưa đủ thông tin  |                       | loan_requested        |
      | Bảo đảm tiền vay theo quy định                         | không     | không đủ điều kiện | loan_is_secured       |                       |
      | Bảo đảm tiền vay theo quy định                         |           | chưa đủ thông tin  |                       | loan_is_secured       |
      | Có Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà | không     | không đủ điều kiện | certificate_of_land   |                       |
      | Có Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà |           | chưa đủ thông tin  |                       | certificate_of_land   |
      | Có phương án giá thành và giấy phép xây dựng (nếu phải có) | không | không đủ điều kiện | cost_plan             |                       |
      | Có phương án giá thành và giấy phép xây dựng (nếu phải có) |       | chưa đủ thông tin  |                       | building_papers       |
      | Ngày xét                                               | 31/07/2024 | ngoài phạm vi bộ quy tắc |                 |                       |
      | Ngày xét                                               | 01/08/2024 | đủ điều kiện      |                       |                       |

  Tình huống: Các nhóm được vay; chưa có nhà ở hoặc nhà tạm
    Khi xét "self_build_loan"
    Thì kết quả từng dòng là:
      | thông tin      | giá trị             | kết quả      |
      | Nhóm đối tượng | Người có công       | đủ điều kiện |
      | Nhóm đối tượng | Hộ nghèo đô thị     | đủ điều kiện |
      | Nhóm đối tượng | Người thu nhập thấp | đủ điều kiện |
      | Nhóm đối tượng | Công nhân           | đủ điều kiện |
      | Nhóm đối tượng | Lực lượng vũ trang  | đủ điều kiện |
      | Nhóm đối tượng | Viên chức           | đủ điều kiện |
      | Hiện trạng nhà | Nhà tạm             | đủ điều kiện |
      | Hộ có nhà ở    | không               | đủ điều kiện |

  Tình huống: Có đất ở, chưa có nhà ở thì không xét hiện trạng nhà
    Biết "Hộ có nhà ở" là không
    Và "Hiện trạng nhà" là (trống)
    Khi xét "self_build_loan"
    Thì kết quả là "đủ điều kiện"

  # Loans: điểm a khoản 4 Điều 110 Luật Nhà ở nói "hư hỏng, dột nát", không đòi hư hỏng nặng.
  Tình huống: Nhà hư hỏng, dột nát ở mức thường
    Khi xét "self_build_loan"
    Thì kết quả từng dòng là:
      | Hiện trạng nhà | kết quả            |
      | Hư hỏng        | đủ điều kiện       |
      | Dột nát        | đủ điều kiện       |
      | Tốt            | không đủ điều kiện |

  # M1: khoản 5 Điều 77 cho nhóm khoản 13 vay từ ngày 01/7/2026, khoản 3 Điều 110 chưa sửa.
  Tình huống: Người có từ 02 con đẻ trở lên vay tự xây dựng nhà ở
    Khi xét "self_build_loan"
    Thì kết quả từng dòng là:
      | Ngày xét   | Nhóm đối tượng     | kết quả            | tạm xác định | đạt                | không đạt          | chưa xác định      |
      | 30/06/2026 | Khoản 13           | không đủ điều kiện | không        |                    | self_build_subject |                    |
      | 01/07/2026 | Khoản 13           | đủ điều kiện       | có           | self_build_subject |                    |                    |
      | 01/07/2026 | Hộ nghèo nông thôn | đủ điều kiện       | không        | self_build_subject |                    |                    |
      | 01/07/2026 | Sinh viên          | không đủ điều kiện | không        |                    | self_build_subject |                    |
      | 01/07/2026 |                    | chưa đủ thông tin  |              |                    |                    | self_build_subject |

  # Audit, chapter 3: Form 06/07 with the commune's confirmation; the land certificate is required.
  Tình huống: Giấy tờ vay vốn tự xây dựng
    Khi xét "self_build_loan"
    Thì cần giấy tờ "Giấy tờ chứng minh điều kiện vay vốn ưu đãi của Nhà nước để tự xây dựng hoặc cải tạo, sửa chữa nhà ở"
    Và cần giấy tờ "Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất"
    Và cần giấy tờ "Bản sao có chứng thực Giấy chứng nhận hộ nghèo, hộ cận nghèo"
    Và không cần giấy tờ "Kết quả kiểm tra hiện trạng nhà ở của Ủy ban nhân dân cấp xã"

  Tình huống: Người lao động tự do vay vốn tự xây dựng chứng minh đối tượng bằng đơn có Công an xã xác nhận
    Biết "Nhóm đối tượng" là người thu nhập thấp
    Và "Nghề nghiệp" là lao động tự do
    Và "Có hợp đồng lao động" là không
    Khi xét "self_build_loan"
    Thì cần giấy tờ "Đơn đề nghị xác nhận điều kiện về thu nhập"
    Và không cần giấy tờ "Giấy xác nhận về đối tượng, thu nhập"
