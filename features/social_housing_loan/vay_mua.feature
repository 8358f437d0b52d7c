# language: vi
@dieu-48
Tính năng: Vay vốn ưu đãi mua, thuê mua nhà ở xã hội

  Bối cảnh: công nhân đã có hợp đồng mua nhà
    Biết hồ sơ:
      | Tỉnh                                   | Bắc Ninh  |
      | Nhóm đối tượng                         | công nhân |
      | Có hợp đồng mua, thuê mua nhà ở        | có        |
      | Hợp đồng ký với chủ đầu tư nhà ở xã hội hoặc nhà ở cho lực lượng vũ trang | có |
      | Giá trị hợp đồng mua, thuê mua         | 900 triệu |
      | Có khả năng trả nợ theo cam kết        | có        |
      | Có giấy đề nghị vay vốn                | có        |
      | Bảo đảm tiền vay theo quy định         | có        |
    Và ngày xét là 01/05/2026

  Tình huống: Vay tối đa 80 % giá trị hợp đồng
    Khi xét "social_housing_loan"
    Thì kết quả từng dòng là:
      | Ngày xét   | Giá trị hợp đồng mua, thuê mua | kết quả                  | mức hỗ trợ                  |
      | 31/07/2024 | 900.000.000                    | ngoài phạm vi bộ quy tắc |                             |
      | 01/08/2024 | 900.000.000                    | đủ điều kiện             | vay tối đa 720.000.000 đồng |
      | 01/05/2026 | 900.000.001                    | đủ điều kiện             | vay tối đa 720.000.000 đồng |
      | 01/05/2026 | 1 tỷ                           | đủ điều kiện             | vay tối đa 800.000.000 đồng |

  Tình huống: Lãi suất trước và từ ngày 10/10/2025
    Biết ngày xét là 09/10/2025
    Khi xét "social_housing_loan"
    Thì đạt "able_to_repay"
    Và có lưu ý về "loan_rate"

  Tình huống: Từng điều kiện không đạt hoặc chưa rõ
    Khi xét "social_housing_loan"
    Thì kết quả từng dòng là:
      | thông tin                       | giá trị            | kết quả            | không đạt                    | chưa xác định     |
      | Nhóm đối tượng                  | Hộ nghèo nông thôn | không đủ điều kiện | loan_subject                 |                   |
      | Nhóm đối tượng                  | Khoản 9            | không đủ điều kiện | loan_subject                 |                   |
      | Nhóm đối tượng                  |                    | chưa đủ thông tin  |                              | loan_subject      |
      | Nhóm đối tượng                  | Người có công      | đủ điều kiện       |                              |                   |
      | Có hợp đồng mua, thuê mua nhà ở | không              | không đủ điều kiện | purchase_contract            |                   |
      | Có hợp đồng mua, thuê mua nhà ở |                    | chưa đủ thông tin  |                              | purchase_contract |
      | Hợp đồng ký với chủ đầu tư nhà ở xã hội hoặc nhà ở cho lực lượng vũ trang | không | không đủ điều kiện | contract_for_social_housing | |
      | Hợp đồng ký với chủ đầu tư nhà ở xã hội hoặc nhà ở cho lực lượng vũ trang | | chưa đủ thông tin | | contract_for_social_housing |
      | Có khả năng trả nợ theo cam kết | không              | không đủ điều kiện | able_to_repay                |                   |
      | Có khả năng trả nợ theo cam kết |                    | chưa đủ thông tin  |                              | able_to_repay     |
      | Có giấy đề nghị vay vốn         | không              | không đủ điều kiện | loan_requested               |                   |
      | Có giấy đề nghị vay vốn         |                    | chưa đủ thông tin  |                              | loan_requested    |
      | Bảo đảm tiền vay theo quy định  | không              | không đủ điều kiện | loan_is_secured              |                   |
      | Bảo đảm tiền vay theo quy định  |                    | chưa đủ thông tin  |                              | loan_papers       |

  Tình huống: Các nhóm được vay mua, thuê mua
    Khi xét "social_housing_loan"
    Thì kết quả từng dòng là:
      | Nhóm đối tượng      | kết quả      |
      | Hộ nghèo đô thị     | đủ điều kiện |
      | Người thu nhập thấp | đủ điều kiện |
      | Lực lượng vũ trang  | đủ điều kiện |
      | Viên chức           | đủ điều kiện |

  # M1: từ ngày 01/7/2026 khoản 5 Điều 77 cho nhóm khoản 13 vay, Điều 48 Nghị định 100/2024/NĐ-CP chưa sửa.
  Tình huống: Người có từ 02 con đẻ trở lên
    Khi xét "social_housing_loan"
    Thì kết quả từng dòng là:
      | Ngày xét   | Nhóm đối tượng | kết quả            | tạm xác định | đạt          | không đạt    | chưa xác định |
      | 30/06/2026 | Khoản 13       | không đủ điều kiện | không        |              | loan_subject |               |
      | 01/07/2026 | Khoản 13       | đủ điều kiện       | có           | loan_subject |              |               |
      | 01/07/2026 | Công nhân      | đủ điều kiện       | không        | loan_subject |              |               |
      | 01/07/2026 | Sinh viên      | không đủ điều kiện | không        |              | loan_subject |               |
      | 01/07/2026 |                | chưa đủ thông tin  |              |              |              | loan_subject  |

  # Loans: điểm a, b khoản 3 Điều 78 Luật Nhà ở: căn hộ thương mại không được vay.
  Tình huống: Hợp đồng mua căn hộ thương mại
    Biết "Hợp đồng ký với chủ đầu tư nhà ở xã hội hoặc nhà ở cho lực lượng vũ trang" là không
    Khi xét "social_housing_loan"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "contract_for_social_housing"
