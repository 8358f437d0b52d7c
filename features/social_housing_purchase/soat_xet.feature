# language: vi
# Mỗi tình huống là một điểm của bản soát xét bộ quy tắc (mục M và mục Purchase).
Tính năng: Các điểm của bản soát xét về mua, thuê mua nhà ở xã hội

  Bối cảnh: công nhân độc thân, 18 triệu đồng một tháng, chưa có nhà ở
    Biết hồ sơ:
      | Tỉnh                                            | Bắc Ninh     |
      | Nhóm đối tượng                                  | công nhân    |
      | Tình trạng hôn nhân                             | Chưa kết hôn |
      | Đang nuôi con dưới tuổi thành niên              | không        |
      | Thu nhập                                        | 18 triệu     |
      | Có tên trong Giấy chứng nhận                    | không        |
      | Có nhà ở                                        | không        |
      | Đã mua nhà ở xã hội                             | không        |
      | Đã được hỗ trợ nhà ở                            | không        |
      | Đang ở nhà ở công vụ                            | không        |
      | Đăng ký tại dự án khác                          | không        |
      | Nguồn vốn xây dựng dự án                        | Chủ đầu tư   |
      | Đang thuê nhà ở xã hội                          | không        |
      | Khoảng cách từ nhà ở đến nơi làm việc           | 5            |
      | Khoảng cách từ nơi làm việc đến dự án           | 5            |
    Và ngày xét là 01/03/2026

  # M1: khoản 13 Điều 76, từ ngày 01/7/2026; điều kiện về nhà ở vẫn xét, điều kiện về thu nhập không nêu nhóm này.
  Tình huống: Người có từ 02 con đẻ trở lên
    Biết hồ sơ:
      | Nhóm đối tượng                                         | (trống)   |
      | Nghề nghiệp                                            | Sinh viên |
      | Khu vực                                                | Nông thôn |
      | Diện hộ                                                | Không     |
      | Diện người có công                                     | Không     |
      | Thân nhân liệt sĩ                                      | Không     |
      | Đã trả lại nhà ở công vụ                               | không     |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở          | không     |
      | Thu nhập                                               | 60 triệu  |
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày xét   | Số con đẻ | Có tên trong Giấy chứng nhận | Giấy chứng nhận có thông tin về nhà ở | Có nhà ở | Diện tích nhà ở thuộc sở hữu | Số người đăng ký thường trú tại nhà ở đó | kết quả            | tạm xác định | đạt                   | không đạt      | chưa xác định     |
      | 30/06/2026 | 2         | không                        |                                       | không    |                              |                                          | không đủ điều kiện | không        |                       | buying_subject |                   |
      | 01/07/2026 | 2         | không                        |                                       | không    |                              |                                          | đủ điều kiện       | có           | group_two_children    |                |                   |
      | 01/07/2026 | 3         | không                        |                                       | không    |                              |                                          | đủ điều kiện       | có           | income_exempt         |                |                   |
      | 01/07/2026 | 2         | không                        |                                       | không    |                              |                                          | đủ điều kiện       | có           | priority_two_children |                |                   |
      | 01/07/2026 | 1         | không                        |                                       | không    |                              |                                          | không đủ điều kiện | không        |                       | buying_subject |                   |
      | 01/07/2026 |           | không                        |                                       | không    |                              |                                          | chưa đủ thông tin  |              |                       |                | buying_subject    |
      | 01/07/2026 | 2         | có                           | có                                    | có       | 100                          | 2                                        | không đủ điều kiện | không        |                       | no_home_of_own |                   |

  Tình huống: Công nhân vượt mức trần, chưa rõ số con đẻ
    Biết hồ sơ:
      | Nhóm đối tượng                                         | (trống)   |
      | Nghề nghiệp                                            | Công nhân |
      | Khu vực                                                | Nông thôn |
      | Diện hộ                                                | Không     |
      | Diện người có công                                     | Không     |
      | Thân nhân liệt sĩ                                      | Không     |
      | Đã trả lại nhà ở công vụ                               | không     |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở          | không     |
      | Thu nhập                                               | 60 triệu  |
    Và ngày xét là 01/07/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"
    Và chưa xác định "income_exempt"
    Và còn thiếu "Số con đẻ"

  # Purchase (a): nhà ở cho lực lượng vũ trang cũng là nhà ở xã hội (khoản 9 Điều 2 Luật Nhà ở).
  Tình huống: Đã mua nhà ở cho lực lượng vũ trang
    Biết "Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang" là có
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "no_forces_housing_bought"

  # Purchase (b): trường hợp nơi làm việc cách xa mà vợ (chồng) đã mua nhà ở xã hội: còn cách hiểu khác.
  Tình huống: Nhà ở cách xa nơi làm việc, vợ (chồng) đã mua nhà ở xã hội
    Biết hồ sơ:
      | Tình trạng hôn nhân                      | đã kết hôn |
      | Thu nhập vợ/chồng                        | 10 triệu   |
      | Vợ/chồng có tên trong Giấy chứng nhận    | không      |
      | Có nhà ở                                 | có         |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang | không |
      | Có tên trong Giấy chứng nhận             | có         |
      | Giấy chứng nhận có thông tin về nhà ở    | có         |
      | Diện tích nhà ở thuộc sở hữu             | 100        |
      | Số người đăng ký thường trú tại nhà ở đó | 2          |
      | Khoảng cách từ nhà ở đến nơi làm việc    | 25         |
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội | kết quả      | tạm xác định |
      | không                                    | đủ điều kiện | không        |
      | có                                       | đủ điều kiện | có           |

  # Purchase (c): theo chú thích của Mẫu số 03 thì tính cả cha, mẹ của vợ (chồng).
  Tình huống: Nhà ở chật hẹp, cách đếm người
    Biết hồ sơ:
      | Có nhà ở                                 | có |
      | Có tên trong Giấy chứng nhận             | có |
      | Giấy chứng nhận có thông tin về nhà ở    | có |
      | Diện tích nhà ở thuộc sở hữu             | 80 |
      | Số người đăng ký thường trú tại nhà ở đó | 6  |
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và đạt "home_too_small"
    Và có lưu ý về "floor_per_person_small"

  # Purchase (d): hồ sơ sau ngày 30/6/2025 ghi tỉnh cũ thì theo quy định của tỉnh đã hợp nhất.
  Tình huống: Hồ sơ ghi Bắc Giang sau khi hợp nhất vào Bắc Ninh
    Biết hồ sơ:
      | Tỉnh                                     | Bắc Giang |
      | Có nhà ở                                 | có        |
      | Có tên trong Giấy chứng nhận             | có        |
      | Giấy chứng nhận có thông tin về nhà ở    | có        |
      | Diện tích nhà ở thuộc sở hữu             | 100       |
      | Số người đăng ký thường trú tại nhà ở đó | 2         |
      | Khoảng cách từ nhà ở đến nơi làm việc    | 25        |
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và đạt "home_far_from_work"
    Và có lưu ý về "province"

  # Purchase (e): chưa có nhà ở mà nơi làm việc cách xa, đã được hỗ trợ nhà ở: tạm xác định.
  Tình huống: Chưa có nhà ở, nơi làm việc cách xa nơi ở, đã được hỗ trợ nhà ở
    Biết "Đã được hỗ trợ nhà ở" là có
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày xét   | Khoảng cách từ nhà ở đến nơi làm việc | kết quả            | tạm xác định | đạt                        | không đạt           | chưa xác định              |
      | 31/05/2025 | 25                                    | không đủ điều kiện | không        |                            | no_support_received |                            |
      | 08/02/2026 | 25                                    | đủ điều kiện       | có           | without_home_far_from_work |                     |                            |
      | 01/03/2026 | 25                                    | đủ điều kiện       | có           | without_home_far_from_work |                     |                            |
      | 01/03/2026 | 19,9                                  | không đủ điều kiện | không        |                            | no_support_received |                            |
      | 08/02/2026 | 5                                     | không đủ điều kiện | không        |                            | no_support_received |                            |
      | 01/03/2026 |                                       | chưa đủ thông tin  |              |                            |                     | without_home_far_from_work |

  # Purchase (f): hồ sơ nộp trước ngày 01/8/2024 xét theo chương trình của Luật Nhà ở 2014, lưu ý nói điều đó.
  Tình huống: Dẫn sang chương trình của Luật Nhà ở 2014
    Biết "Hồ sơ nộp trước ngày 01/8/2024 theo Nghị định 100/2015/NĐ-CP và chưa giải quyết xong" là có
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và có lưu ý về "pending_under_2014_law"

  # Purchase (i): tổng thu nhập của vợ chồng vượt mức do riêng thu nhập của vợ (chồng).
  Tình huống: Riêng thu nhập của vợ (chồng) đã vượt mức chung
    Biết hồ sơ:
      | Tình trạng hôn nhân                      | đã kết hôn |
      | Thu nhập                                 | (trống)    |
      | Vợ/chồng có tên trong Giấy chứng nhận    | không      |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội | không      |
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Thu nhập vợ/chồng | kết quả            | không đạt         | chưa xác định     |
      | 40.000.000        | chưa đủ thông tin  |                   | income_within_cap |
      | 40.000.001        | không đủ điều kiện | income_within_cap |                   |

  # Purchase (j): chiến sĩ đang thực hiện nghĩa vụ không thuộc khoản 7 Điều 76.
  Tình huống: Chiến sĩ nghĩa vụ không phải đối tượng của khoản 7 Điều 76
    Biết hồ sơ:
      | Nhóm đối tượng                                   | (trống)   |
      | Khu vực                                          | Nông thôn |
      | Diện hộ                                          | Không     |
      | Diện người có công                               | Không     |
      | Thân nhân liệt sĩ                                | Không     |
      | Đã trả lại nhà ở công vụ                         | không     |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở    | không     |
      | Đã hưởng chính sách nhà ở cho lực lượng vũ trang | không     |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá     | 30 triệu  |
      | Thu nhập tháng cao nhất                          | 18 triệu  |
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Nghề nghiệp     | kết quả            | đạt                | không đạt      |
      | Sĩ quan         | đủ điều kiện       | group_armed_forces |                |
      | Binh sĩ         | không đủ điều kiện |                    | buying_subject |

  # M3: người đang thuê mua chính căn nhà đang thuê thì không bị loại vì đang thuê.
  Tình huống: Mua chính căn nhà đang thuê
    Biết "Đang thuê nhà ở xã hội" là có
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Mua chính căn nhà đang thuê, thuê mua | kết quả            | tạm xác định | không đạt            |
      | có                                    | đủ điều kiện       | không        |                      |
      | không                                 | không đủ điều kiện | có           | not_tenant_elsewhere |

  # K3: hộ nghèo nông thôn ở tỉnh chưa được tra cứu; Bắc Ninh đã tra cứu và chưa thấy quy định.
  Tình huống: Tỉnh có cho hộ nghèo nông thôn mua hay không
    Biết "Nhóm đối tượng" là Hộ nghèo nông thôn
    Và "Diện hộ" là Hộ nghèo
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Tỉnh     | Đã được tặng nhà ở (khoản 3 Điều 77 Luật Nhà ở) | kết quả            | không đạt                    | chưa xác định     |
      | Bắc Ninh | không                                           | không đủ điều kiện | province_lets_rural_poor_buy |                   |
      | Nghệ An  | không                                           | chưa đủ thông tin  |                              | rural_poor_buyer  |
      | Nghệ An  | không                                           | chưa đủ thông tin  |                              | rural_poor_income |
      | Nghệ An  | có                                              | không đủ điều kiện | no_gift_house                |                   |

  # K3: Hải Phòng đã có hệ số 1,16 từ ngày 01/8/2026 (mức trần 29 triệu đồng của người độc thân); tỉnh chưa tra cứu thì tạm xác định.
  Tình huống: Hệ số điều chỉnh mức thu nhập của tỉnh
    Biết ngày xét là 01/08/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Tỉnh      | Thu nhập   | kết quả            | tạm xác định | không đạt         |
      | Hải Phòng | 29.000.000 | đủ điều kiện       | không        |                   |
      | Hải Phòng | 29.000.001 | không đủ điều kiện | không        | income_within_cap |
      | Bắc Ninh  | 25.000.001 | không đủ điều kiện | không        | income_within_cap |
      | Nghệ An   | 25.000.000 | đủ điều kiện       | có           |                   |
      | Nghệ An   | 25.000.001 | không đủ điều kiện | có           | income_within_cap |

  Tình huống: Trước ngày 09/02/2026 cũng xét hỗ trợ nhà ở và một đơn đăng ký
    Biết ngày xét là 08/02/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | thông tin              | giá trị | kết quả            | không đạt           | chưa xác định       |
      | Đã được hỗ trợ nhà ở   | có      | không đủ điều kiện | no_support_received |                     |
      | Đã được hỗ trợ nhà ở   |         | chưa đủ thông tin  |                     | no_support_received |
      | Đăng ký tại dự án khác |         | chưa đủ thông tin  |                     | one_application     |

  # M12: thị trấn cũ vẫn giữ quy chế đô thị (Điều 13 Nghị quyết 76/2025/UBTVQH15, chưa đối chiếu văn bản), lưu ý nói điều đó.
  Tình huống: Khu vực đô thị và thị trấn cũ
    Biết hồ sơ:
      | Nhóm đối tượng                                | (trống)        |
      | Nghề nghiệp                                   | Lao động tự do |
      | Khu vực                                       | Đô thị         |
      | Diện hộ                                       | Không          |
      | Diện người có công                            | Không          |
      | Thân nhân liệt sĩ                             | Không          |
      | Đã trả lại nhà ở công vụ                      | không          |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở | không          |
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và có lưu ý về "group_urban_low_income"

  Tình huống: Nguồn vốn dự án trước ngày 09/02/2026
    Biết ngày xét là 08/02/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Nguồn vốn xây dựng dự án | kết quả            | đạt                   | không đạt             | chưa xác định         |
      | Chủ đầu tư               | đủ điều kiện       | developer_lease_sells |                       |                       |
      | Công đoàn                | không đủ điều kiện |                       | developer_lease_sells |                       |
      |                          | chưa đủ thông tin  |                       |                       | developer_lease_sells |

  Tình huống: Chưa rõ tên trên Giấy chứng nhận của chính người đứng đơn
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày xét   | Có tên trong Giấy chứng nhận | Giấy chứng nhận có thông tin về nhà ở | Có nhà ở | kết quả           | chưa xác định               |
      | 08/02/2026 |                              |                                       | không    | chưa đủ thông tin | applicant_not_on_certificate |
      | 01/03/2026 | có                           |                                       | (trống)  | chưa đủ thông tin | applicant_home_not_recorded |

  # Điều kiện không ghi trong luật, theo văn bản trả lời của Bộ Xây dựng ngày 14/7/2026.
  Tình huống: Đang thuê nhà ở xã hội khác, từ ngày 14/7/2026
    Biết ngày xét là 14/07/2026
    Và "Mua chính căn nhà đang thuê, thuê mua" là không
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Đang thuê nhà ở xã hội | kết quả            | tạm xác định | không đạt            | chưa xác định        |
      | không                  | đủ điều kiện       | không        |                      |                      |
      | có                     | không đủ điều kiện | có           | not_tenant_elsewhere |                      |
      |                        | chưa đủ thông tin  |              |                      | not_tenant_elsewhere |

  # K1, i1: nữ công nhân chưa rõ ngày dự án nhận hồ sơ, chưa rõ là phụ nữ đơn thân hay chủ hộ.
  Tình huống: Thứ tự ưu tiên của nữ công nhân còn chưa rõ
    Biết hồ sơ:
      | Giới tính | Nữ |
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và thứ tự ưu tiên còn chưa rõ: "priority_woman"
    Và thứ tự ưu tiên còn chưa rõ: "priority_merit"
    Và thứ tự ưu tiên còn chưa rõ: "priority_martyr_relative"
    Và thứ tự ưu tiên còn chưa rõ: "priority_disabled"
    Và thứ tự ưu tiên còn chưa rõ: "priority_resettled"

  Tình huống: Thứ tự ưu tiên theo số con đẻ còn chưa rõ
    Biết ngày xét là 01/07/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì thứ tự ưu tiên còn chưa rõ: "priority_two_children"
    Và kết quả từng dòng là:
      | Số con đẻ | kết quả      | đạt                   |
      | 2         | đủ điều kiện | priority_two_children |
      | 1         | đủ điều kiện | buying_subject        |

  # Purchase (i): như trên, theo mức từ ngày 07/4/2026; một người không có thu nhập thì người kia được đến mức chung.
  Tình huống: Riêng thu nhập của vợ (chồng) so với mức chung 50 triệu đồng
    Biết hồ sơ:
      | Tình trạng hôn nhân                      | đã kết hôn |
      | Vợ/chồng có tên trong Giấy chứng nhận    | không      |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội | không      |
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày xét   | Thu nhập | Thu nhập vợ/chồng | kết quả            | đạt               | không đạt         | chưa xác định     |
      | 01/05/2026 | 0        | 50.000.000        | đủ điều kiện       | income_within_cap |                   |                   |
      | 01/05/2026 |          | 50.000.000        | chưa đủ thông tin  |                   |                   | income_within_cap |
      | 01/05/2026 |          | 50.000.001        | không đủ điều kiện |                   | income_within_cap |                   |

  # R201 9(2): người có nhà chưa được cấp Giấy chứng nhận, dự án lại cách nơi làm việc quá 10 km.
  Tình huống: Nhà chưa có Giấy chứng nhận, xa nơi làm việc, dự án cũng xa nơi làm việc
    Biết hồ sơ:
      | Có nhà ở                              | có |
      | Diện tích sàn nhà ở thuộc sở hữu         | 60 |
      | Số người đăng ký thường trú tại nhà ở đó | 1  |
      | Khoảng cách từ nhà ở đến nơi làm việc | 25 |
    Và ngày xét là 01/05/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Khoảng cách từ nơi làm việc đến dự án | kết quả      | tạm xác định |
      | 5                                     | đủ điều kiện | không        |
      | 15                                    | đủ điều kiện | có           |
