# language: vi
@dieu-78
Tính năng: Thuê nhà ở xã hội

  Bối cảnh:
    Biết hồ sơ:
      | Tỉnh                     | Bắc Ninh |
      | Đang thuê nhà ở xã hội   | không    |
      | Nguồn vốn xây dựng dự án | Chủ đầu tư |

  Tình huống: Công nhân thu nhập 80 triệu đồng vẫn được thuê
    Biết "Nhóm đối tượng" là công nhân
    Và "Thu nhập" là 80.000.000
    Và ngày xét là 01/05/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và kết luận không phải tạm xác định

  Tình huống: Thuê không xét nhà ở và thu nhập nên không hỏi
    Biết "Nhóm đối tượng" là công nhân
    Và ngày xét là 01/08/2024
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và không hỏi "Thu nhập"

  Tình huống: Từng nhóm đối tượng khi thuê
    Biết "Đã hưởng chính sách nhà ở cho lực lượng vũ trang" là không
    Và ngày xét là 01/05/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Nhóm đối tượng        | kết quả            | không đạt                     |
      | Người có công         | đủ điều kiện       |                               |
      | Hộ nghèo nông thôn    | không đủ điều kiện | province_lets_rural_poor_rent |
      | Hộ nghèo đô thị       | đủ điều kiện       |                               |
      | Công nhân             | đủ điều kiện       |                               |
      | Sĩ quan               | đủ điều kiện       |                               |
      | Viên chức             | đủ điều kiện       |                               |
      | Khoản 9               | đủ điều kiện       |                               |
      | Khoản 10              | đủ điều kiện       |                               |
      | Sinh viên             | đủ điều kiện       |                               |
      | không thuộc nhóm nào  | không đủ điều kiện | renting_subject               |

  Tình huống: Sĩ quan đã hưởng chính sách nhà ở riêng thì không thuê nhà ở xã hội
    Biết "Nhóm đối tượng" là Sĩ quan
    Và "Đã hưởng chính sách nhà ở cho lực lượng vũ trang" là có
    Và ngày xét là 01/05/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "armed_forces_housing_not_used" theo "khoản 1 Điều 77 Luật Nhà ở 27/2023/QH15"

  Tình huống: Mỗi thời điểm chỉ được thuê một căn
    Biết "Nhóm đối tượng" là công nhân
    Và "Đang thuê nhà ở xã hội" là có
    Và ngày xét là 01/05/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "one_rental" theo "khoản 7 Điều 88 Luật Nhà ở 27/2023/QH15"

  # Rent: so với mức trần của chính người thuê (độc thân 25 triệu đồng), không phải mức của vợ chồng.
  Tình huống: Người thu nhập thấp đô thị thiếu thu nhập thì kết luận là tạm xác định
    Biết "Nhóm đối tượng" là người thu nhập thấp
    Và "Tình trạng hôn nhân" là độc thân
    Và "Đang nuôi con dưới tuổi thành niên" là không
    Và ngày xét là 01/05/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và kết luận là tạm xác định
    Và kết quả từng dòng là:
      | Thu nhập   | kết quả      | tạm xác định |
      | 25.000.000 | đủ điều kiện | không        |
      | 25.000.001 | đủ điều kiện | có           |

  Tình huống: Nhà ở công đoàn chỉ cho công nhân thuê
    Biết "Nguồn vốn xây dựng dự án" là Công đoàn
    Và ngày xét là 01/05/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Nhóm đối tượng | Nguồn vốn xây dựng dự án | kết quả            | không đạt             | chưa xác định         |
      | Công nhân      | Công đoàn                | đủ điều kiện       |                       |                       |
      | Viên chức      | Công đoàn                | không đủ điều kiện | project_open_to_group |                       |
      | Viên chức      | Vốn đầu tư công          | đủ điều kiện       |                       |                       |
      | Viên chức      |                          | chưa đủ thông tin  |                       | not_union_housing     |

  Tình huống: Suy ra từng nhóm đối tượng từ các thông tin gốc
    Biết hồ sơ:
      | Nghề nghiệp                                           | Lao động tự do |
      | Khu vực                                               | Nông thôn      |
      | Diện hộ                                               | Không          |
      | Diện người có công                                    | Không          |
      | Thân nhân liệt sĩ                                     | Không          |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | không         |
      | Người có công, thân nhân liệt sĩ nêu trong hồ sơ là chính người đứng đơn | có |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | không         |
      | Đã hưởng chính sách nhà ở cho lực lượng vũ trang      | không          |
      | Đã trả lại nhà ở công vụ                              | không          |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở         | không          |
    Và ngày xét là 01/05/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả từng dòng là:
      | thông tin   | giá trị          | Khu vực   | kết quả            | đạt                    |
      | Nghề nghiệp | Lao động tự do   | Nông thôn | không đủ điều kiện |                        |
      | Nghề nghiệp | Hộ kinh doanh    | Nông thôn | không đủ điều kiện |                        |
      | Nghề nghiệp | Hộ kinh doanh    | Đô thị    | đủ điều kiện       | group_urban_low_income |
      | Nghề nghiệp | Nghỉ hưu         | Đô thị    | đủ điều kiện       | group_urban_low_income |
      | Nghề nghiệp | Công nhân        | Nông thôn | đủ điều kiện       | group_worker           |
      | Nghề nghiệp | Viên chức        | Nông thôn | đủ điều kiện       | group_official         |
      | Nghề nghiệp | Bộ đội           | Nông thôn | đủ điều kiện       | group_armed_forces     |
      | Nghề nghiệp | Sinh viên        | Nông thôn | đủ điều kiện       | group_student          |
      | Diện hộ     | Hộ nghèo         | Đô thị    | đủ điều kiện       | group_urban_poor       |
      | Diện hộ     | Hộ nghèo         | Nông thôn | không đủ điều kiện | group_rural_poor       |
      | Nghề nghiệp |                  | Nông thôn | chưa đủ thông tin  |                        |

  Tình huống: Người có công, người trả nhà công vụ, người bị thu hồi đất suy ra từ thông tin gốc
    Biết hồ sơ:
      | Nghề nghiệp                                           | Lao động tự do |
      | Khu vực                                               | Nông thôn      |
      | Diện hộ                                               | Không          |
      | Diện người có công                                    | Thương binh    |
      | Người có công còn sống                                | có             |
      | Thân nhân liệt sĩ                                     | Không          |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | không         |
      | Người có công, thân nhân liệt sĩ nêu trong hồ sơ là chính người đứng đơn | có |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | không         |
      | Đã trả lại nhà ở công vụ                              | không          |
      | Bị thu hồi nhà ở công vụ do vi phạm                   | không          |
      | Chưa có nhà ở tại nơi sinh sống sau khi trả nhà công vụ | có           |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở         | không          |
      | Đã được Nhà nước bồi thường bằng nhà ở, đất ở         | không          |
    Và ngày xét là 01/05/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả từng dòng là:
      | thông tin                                               | giá trị | Đã trả lại nhà ở công vụ | kết quả            | đạt                             |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ  | có      | không                    | đủ điều kiện       | group_merit                     |
      | Người có công còn sống                                  | có      | có                       | đủ điều kiện       | group_returned_official_housing |
      | Bị thu hồi nhà ở công vụ do vi phạm                     | có      | có                       | không đủ điều kiện |                                 |
      | Chưa có nhà ở tại nơi sinh sống sau khi trả nhà công vụ | không   | có                       | không đủ điều kiện |                                 |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở           | có      | không                    | đủ điều kiện       | group_land_recovered            |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở           |         | không                    | chưa đủ thông tin  |                                 |
      | Đã trả lại nhà ở công vụ                                |         |                          | chưa đủ thông tin  |                                 |

  Tình huống: Hộ chỉ thuộc chuẩn nghèo riêng của tỉnh thuê nhà ở xã hội: văn bản không ghi chuẩn của Chính phủ
    Biết hồ sơ:
      | Nghề nghiệp                                            | Lao động tự do |
      | Diện người có công                                     | Không          |
      | Thân nhân liệt sĩ                                      | Không          |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | không          |
      | Đã trả lại nhà ở công vụ                               | không          |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở          | không          |
    Và ngày xét là 01/05/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Nghề nghiệp    | Khu vực   | Diện hộ                             | kết quả            | tạm xác định |
      | Sinh viên      | Đô thị    | Chỉ theo chuẩn nghèo riêng của tỉnh | đủ điều kiện       | không        |
      | Bộ đội         | Nông thôn | Chỉ theo chuẩn nghèo riêng của tỉnh | chưa đủ thông tin  |              |
      | Lao động tự do | Nông thôn | Chỉ theo chuẩn nghèo riêng của tỉnh | không đủ điều kiện | không        |
      | Lao động tự do | Đô thị    | Hộ nghèo                            | đủ điều kiện       | không        |

  Tình huống: Quân nhân đã hưởng chính sách nhà ở riêng, hộ ở đô thị chỉ thuộc chuẩn nghèo riêng của tỉnh
    Biết hồ sơ:
      | Nghề nghiệp                                            | Bộ đội |
      | Đã hưởng chính sách nhà ở cho lực lượng vũ trang       | có     |
      | Khu vực                                                | Đô thị |
      | Diện người có công                                     | Không  |
      | Thân nhân liệt sĩ                                      | Không  |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | không  |
      | Đã trả lại nhà ở công vụ                               | không  |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở          | không  |
    Và ngày xét là 01/05/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Diện hộ                             | kết quả            | tạm xác định |
      | Chỉ theo chuẩn nghèo riêng của tỉnh | không đủ điều kiện | có           |
      | Không                               | không đủ điều kiện | không        |

  Tình huống: Suy ra nhóm đối tượng từ nghề nghiệp
    Biết "Nghề nghiệp" là Công nhân
    Và ngày xét là 01/05/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và đạt "group_worker"

  Tình huống: Ngoài phạm vi trước ngày 01/8/2024
    Biết "Nhóm đối tượng" là công nhân
    Và ngày xét là 31/07/2024
    Khi xét "Thuê nhà ở xã hội"
    Thì bộ quy tắc chưa bao gồm ngày xét

  Tình huống: Người thu nhập thấp và hộ cận nghèo tại đô thị, người đã được bồi thường, suy ra từ thông tin gốc
    Biết hồ sơ:
      | Nghề nghiệp                                            | Lao động tự do |
      | Khu vực                                                | Đô thị         |
      | Diện hộ                                                | Không          |
      | Diện người có công                                     | Không          |
      | Thân nhân liệt sĩ                                      | Không          |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | không          |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | không          |
      | Đã trả lại nhà ở công vụ                               | không          |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở          | không          |
    Và ngày xét là 01/05/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Khu vực   | Diện hộ      | Đã trả lại nhà ở công vụ | Chưa có nhà ở tại nơi sinh sống sau khi trả nhà công vụ | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở | Đã được Nhà nước bồi thường bằng nhà ở, đất ở | kết quả            | đạt                    |
      | Đô thị    | Không        | không                    |                                                         | không                                         |                                               | đủ điều kiện       | group_urban_low_income |
      | Đô thị    | Hộ cận nghèo | không                    |                                                         | không                                         |                                               | đủ điều kiện       | group_urban_poor       |
      | Nông thôn | Không        | không                    |                                                         | có                                            | không                                         | đủ điều kiện       | group_land_recovered   |
      | Nông thôn | Không        | không                    |                                                         | có                                            | có                                            | không đủ điều kiện |                        |
      | Nông thôn | Không        | (trống)                  | không                                                   | không                                         |                                               | không đủ điều kiện |                        |

  Tình huống: Hộ cận nghèo đô thị theo chuẩn của Chính phủ không còn điểm để ngỏ; điểm để ngỏ có từ ngày 01/8/2024
    Biết hồ sơ:
      | Nghề nghiệp                                            | Bộ đội |
      | Đã hưởng chính sách nhà ở cho lực lượng vũ trang       | có     |
      | Khu vực                                                | Đô thị |
      | Diện người có công                                     | Không  |
      | Thân nhân liệt sĩ                                      | Không  |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | không  |
      | Đã trả lại nhà ở công vụ                               | không  |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở          | không  |
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày xét   | Diện hộ                             | kết quả            | tạm xác định |
      | 01/05/2026 | Hộ cận nghèo                        | đủ điều kiện       | không        |
      | 01/05/2026 | Hộ nghèo                            | đủ điều kiện       | không        |
      | 01/08/2024 | Chỉ theo chuẩn nghèo riêng của tỉnh | không đủ điều kiện | có           |

  # M1: khoản 13 Điều 76, từ ngày 01/7/2026; thuê không xét nhà ở và thu nhập.
  Tình huống: Người có từ 02 con đẻ trở lên được thuê từ ngày 01/7/2026
    Biết hồ sơ:
      | Nghề nghiệp                                            | Lao động tự do |
      | Khu vực                                                | Nông thôn      |
      | Diện hộ                                                | Không          |
      | Diện người có công                                     | Không          |
      | Thân nhân liệt sĩ                                      | Không          |
      | Đã trả lại nhà ở công vụ                               | không          |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở          | không          |
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày xét   | Số con đẻ | kết quả            | đạt                | không đạt       | chưa xác định   |
      | 30/06/2026 | 2         | không đủ điều kiện |                    | renting_subject |                 |
      | 01/07/2026 | 2         | đủ điều kiện       | group_two_children |                 |                 |
      | 01/07/2026 | 1         | không đủ điều kiện |                    | renting_subject |                 |
      | 01/07/2026 |           | chưa đủ thông tin  |                    |                 | renting_subject |

  # Rent: khoản 6 Điều 80 Luật Nhà ở không nhắc học sinh, sinh viên.
  Tình huống: Sinh viên thuê nhà ở xã hội do cá nhân xây dựng thì kết luận là tạm xác định
    Biết ngày xét là 01/05/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Nhóm đối tượng | Nguồn vốn xây dựng dự án | kết quả            | tạm xác định | không đạt          | chưa xác định      |
      | Sinh viên      | Chủ đầu tư               | đủ điều kiện       | không        |                    |                    |
      | Sinh viên      | Cá nhân xây dựng         | đủ điều kiện       | có           |                    |                    |
      | Công nhân      | Cá nhân xây dựng         | đủ điều kiện       | không        |                    |                    |
      | Sinh viên      | Công đoàn                | không đủ điều kiện | không        | union_housing_open |                    |
      | Sinh viên      |                          | chưa đủ thông tin  |              |                    | union_housing_open |

  # Rent: khoản 4 Điều 42 Nghị định 54/2026/NĐ-CP chỉ giữ trình tự cũ cho hồ sơ mua, thuê mua.
  Khung tình huống: Phụ nữ thuộc nhóm ưu tiên khi thuê, dù dự án nhận hồ sơ trước ngày 09/02/2026
    Biết hồ sơ:
      | Nhóm đối tượng                        | Công nhân  |
      | Giới tính                             | <giới>     |
      | Phụ nữ đơn thân hoặc là chủ hộ        | <đơn thân> |
      | Ngày dự án bắt đầu nhận hồ sơ đăng ký | 01/02/2026 |
      | Nguồn vốn xây dựng dự án              | <vốn>      |
    Và ngày xét là <ngày>
    Khi xét "Thuê nhà ở xã hội"
    Thì <ưu tiên> "priority_woman_tenant"

    Dữ liệu:
      | ngày       | giới | đơn thân | vốn             | ưu tiên                  |
      | 08/02/2026 | Nữ   | không    | Chủ đầu tư      | thuộc diện ưu tiên       |
      | 08/02/2026 | Nam  | (trống)  | Chủ đầu tư      | không thuộc diện ưu tiên |
      | 09/02/2026 | Nữ   | không    | Chủ đầu tư      | không thuộc diện ưu tiên |
      | 09/02/2026 | Nữ   | có       | Chủ đầu tư      | thuộc diện ưu tiên       |
      | 09/02/2026 | Nữ   | không    | Vốn đầu tư công | thuộc diện ưu tiên       |
      | 09/02/2026 | Nam  | (trống)  | Vốn đầu tư công | không thuộc diện ưu tiên |

  # Rent: mỗi nhóm gia đình so với mức trần của chính mình.
  Tình huống: Người thu nhập thấp đô thị so với mức trần của chính mình
    Biết hồ sơ:
      | Nhóm đối tượng                     | người thu nhập thấp |
      | Đang nuôi con dưới tuổi thành niên | không               |
    Và ngày xét là 01/05/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Tình trạng hôn nhân | Thu nhập | Thu nhập vợ/chồng | Đang nuôi con dưới tuổi thành niên | kết quả      | tạm xác định |
      | độc thân            | 30 triệu |                   | không                              | đủ điều kiện | có           |
      | ly hôn              | 30 triệu |                   | có                                 | đủ điều kiện | không        |
      | đã kết hôn          | 30 triệu | 20 triệu          | không                              | đủ điều kiện | không        |
      | đã kết hôn          | 30 triệu | 30 triệu          | không                              | đủ điều kiện | có           |

  # M9: người nước ngoài.
  Tình huống: Người nước ngoài không được thuê theo một cách hiểu
    Biết "Nhóm đối tượng" là công nhân
    Và "Là công dân Việt Nam" là không
    Và ngày xét là 01/05/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "không đủ điều kiện"
    Và kết luận là tạm xác định
    Và không đạt "vietnamese_applicant"

  # K3: tỉnh chưa được tra cứu thì không kết luận thay tỉnh.
  Tình huống: Hộ nghèo nông thôn ở tỉnh chưa được tra cứu
    Biết "Nhóm đối tượng" là Hộ nghèo nông thôn
    Và "Tỉnh" là Nghệ An
    Và ngày xét là 01/05/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"
    Và chưa xác định "rural_poor_tenant"
    Và chưa xác định "province_lets_rural_poor_rent"

  # Audit, chapter 3, for renting: proof of the group alone.
  Tình huống: Sinh viên thuê nhà ở xã hội nộp giấy của nhà trường, không nộp giấy về nhà ở và thu nhập
    Biết "Nhóm đối tượng" là Sinh viên
    Và ngày xét là 01/05/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì cần giấy tờ "Giấy xác nhận về đối tượng"
    Và không cần giấy tờ "Giấy xác nhận về điều kiện nhà ở"
    Và không cần giấy tờ "Giấy xác nhận về đối tượng, thu nhập"

  Tình huống: Người lao động tự do thuê nhà ở xã hội
    Biết "Nhóm đối tượng" là người thu nhập thấp
    Và "Nghề nghiệp" là lao động tự do
    Và "Có hợp đồng lao động" là không
    Và ngày xét là 01/05/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì cần giấy tờ "Đơn đề nghị xác nhận điều kiện về thu nhập"
    Và không cần giấy tờ "Giấy xác nhận về đối tượng, thu nhập"

  # K1: thứ tự ưu tiên khi thuê còn chưa rõ.
  Tình huống: Thứ tự ưu tiên của người thuê còn chưa rõ
    Biết hồ sơ:
      | Nhóm đối tượng | Công nhân |
      | Giới tính      | Nữ        |
    Và ngày xét là 01/05/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì thứ tự ưu tiên còn chưa rõ: "priority_woman_tenant"

  # M1: danh sách ghi khoản 13 trước ngày Luật Dân số có hiệu lực.
  Tình huống: Danh sách ghi người có từ 02 con đẻ trở lên thuê nhà trước ngày 01/7/2026
    Biết "Nhóm đối tượng" là Người có từ 02 con đẻ trở lên (khoản 13)
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày xét   | kết quả            | đạt             | không đạt       |
      | 30/06/2026 | không đủ điều kiện |                 | renting_subject |
      | 01/07/2026 | đủ điều kiện       | renting_subject |                 |

  # Rent: điểm chưa rõ về thu nhập của nhóm khoản 5, đúng ở mức trần và trên mức trần một đồng.
  Tình huống: Người thu nhập thấp đô thị thuê nhà, thu nhập đúng bằng mức trần
    Biết "Nhóm đối tượng" là người thu nhập thấp
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày xét   | Tình trạng hôn nhân | Thu nhập   | Thu nhập vợ/chồng | Đang nuôi con dưới tuổi thành niên | kết quả      | tạm xác định |
      | 01/08/2024 | ly hôn              | 15.000.000 |                   | có                                 | đủ điều kiện | không        |
      | 01/08/2024 | ly hôn              | 15.000.001 |                   | có                                 | đủ điều kiện | có           |
      | 01/05/2026 | ly hôn              | 35.000.000 |                   | có                                 | đủ điều kiện | không        |
      | 01/05/2026 | ly hôn              | 35.000.001 |                   | có                                 | đủ điều kiện | có           |
      | 01/05/2026 | đã kết hôn          | 50.000.000 | 0                 | không                              | đủ điều kiện | không        |
      | 01/05/2026 | đã kết hôn          | 0          | 50.000.000        | không                              | đủ điều kiện | không        |

  # Rent: học sinh, sinh viên đồng thời thuộc nhóm khác của khoản 1 Điều 77 thì không còn điểm chưa rõ.
  Tình huống: Sinh viên đồng thời thuộc nhóm khác thuê nhà ở xã hội do cá nhân xây dựng
    Biết "Nguồn vốn xây dựng dự án" là Cá nhân xây dựng
    Và ngày xét là 01/05/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Nhóm đối tượng                                         | kết quả      | tạm xác định |
      | Sinh viên; Người có công, thân nhân liệt sĩ (khoản 1)  | đủ điều kiện | không        |
      | Sinh viên; Hộ nghèo, cận nghèo đô thị (khoản 4)        | đủ điều kiện | không        |
