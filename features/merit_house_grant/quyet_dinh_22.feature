# language: vi
@qd-22-2013
Tính năng: Hỗ trợ người có công về nhà ở theo Quyết định 22/2013/QĐ-TTg

  Bối cảnh: bệnh binh ở nhà tạm phải phá dỡ, thường trú từ năm 2000
    Biết hồ sơ:
      | Tỉnh                                                   | Bắc Giang  |
      | Diện người có công                                     | Bệnh binh  |
      | Người có công còn sống                                 | có         |
      | Thân nhân liệt sĩ                                      | Không      |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | có         |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | không      |
      | Đang ở tại nhà                                         | có         |
      | Ngày đăng ký thường trú tại nhà                        | 01/01/2000 |
      | Thường trú tại nhà                                     | có         |
      | Đã hỗ trợ theo Quyết định 22                           | không      |
      | Hiện trạng nhà                                         | Nhà tạm    |
      | Nhà phải phá dỡ để xây mới                             | có         |
      | Phải sửa chữa khung, tường và thay mới mái             | không      |
    Và ngày xét là 01/10/2014

  Tình huống: Thường trú trước ngày Quyết định có hiệu lực
    Khi xét "merit_house_grant"
    Thì kết quả từng dòng là:
      | Ngày đăng ký thường trú tại nhà | kết quả            | không đạt                      | chưa xác định                  |
      | 13/06/2013                      | đủ điều kiện       |                                |                                |
      | 14/06/2013                      | đủ điều kiện       |                                |                                |
      | 15/06/2013                      | không đủ điều kiện | registered_before_decision_22  |                                |
      | 16/06/2013                      | không đủ điều kiện | lived_there_before_decision_22 |                                |
      |                                 | chưa đủ thông tin  |                                | lived_there_before_decision_22 |

  Tình huống: Mức hỗ trợ và ngày áp dụng
    Khi xét "merit_house_grant"
    Thì kết quả từng dòng là:
      | Ngày xét   | Xây mới | Sửa chữa | kết quả                  | mức hỗ trợ      |
      | 14/06/2013 | có      | không    | ngoài phạm vi bộ quy tắc |                 |
      | 15/06/2013 | có      | không    | đủ điều kiện             | 40.000.000 đồng |
      | 15/06/2013 | không   | có       | đủ điều kiện             | 20.000.000 đồng |
      | 31/12/2019 | có      | không    | đủ điều kiện             | 40.000.000 đồng |
      | 01/01/2020 | có      | không    | đã kết thúc              |                 |
      | 14/02/2022 | có      | không    | đã kết thúc              |                 |
      | 15/02/2022 | có      | không    | đủ điều kiện             | chưa có cấp nào quy định mức |

  Tình huống: Từ ngày 15/02/2022 không còn mốc thường trú nhưng loại hộ đã được hỗ trợ theo Quyết định 22
    Biết "Ngày đăng ký thường trú tại nhà" là 01/01/2020
    Khi xét "merit_house_grant"
    Thì kết quả từng dòng là:
      | Ngày xét   | Đã hỗ trợ theo Quyết định 22 | kết quả            | không đạt                     |
      | 31/12/2019 | không                        | không đủ điều kiện | registered_before_decision_22 |
      | 14/02/2022 | không                        | đã kết thúc        |                               |
      | 15/02/2022 | không                        | đủ điều kiện       |                               |
      | 15/02/2022 | có                           | không đủ điều kiện | not_supported_by_decision_22  |

  Tình huống: Từng điều kiện của Quyết định 22 không đạt hoặc chưa rõ
    Khi xét "merit_house_grant"
    Thì kết quả từng dòng là:
      | thông tin                                              | giá trị          | kết quả            | không đạt             | chưa xác định         |
      | Đang ở tại nhà                                         | không            | không đủ điều kiện | lives_there           |                       |
      | Đang ở tại nhà                                         |                  | chưa đủ thông tin  |                       | lives_there           |
      | Hiện trạng nhà                                         | Nhà hư hỏng nặng | đủ điều kiện       |                       |                       |
      | Hiện trạng nhà                                         | Tốt              | không đủ điều kiện | house_in_bad_state    |                       |
      | Hiện trạng nhà                                         |                  | chưa đủ thông tin  |                       | house_in_bad_state    |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | không            | không đủ điều kiện | merit_recognition     |                       |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | có               | không đủ điều kiện | merit_not_suspended   |                       |
      | Người có công còn sống                                 | không            | không đủ điều kiện | living_merit_person   |                       |
      | Nhà phải phá dỡ để xây mới                             | không            | không đủ điều kiện | house_must_be_rebuilt |                       |
      | Nhà phải phá dỡ để xây mới                             |                  | chưa đủ thông tin  |                       | house_must_be_rebuilt |

  Tình huống: Chưa rõ mức phải sửa chữa
    Biết "Nhà phải phá dỡ để xây mới" là không
    Và "Phải sửa chữa khung, tường và thay mới mái" là (trống)
    Khi xét "merit_house_grant"
    Thì kết quả là "chưa đủ thông tin"
    Và chưa xác định "house_needs_repair"

  Tình huống: Thân nhân liệt sĩ được hỗ trợ theo Quyết định 22
    Biết "Diện người có công" là Không
    Khi xét "merit_house_grant"
    Thì kết quả từng dòng là:
      | Thân nhân liệt sĩ          | kết quả            | đạt                | không đạt          |
      | Cha đẻ, mẹ đẻ              | đủ điều kiện       | relative_of_martyr |                    |
      | Vợ                         | đủ điều kiện       | relative_of_martyr |                    |
      | Con                        | đủ điều kiện       | relative_of_martyr |                    |
      | Người có công nuôi liệt sĩ | đủ điều kiện       | relative_of_martyr |                    |
      | Người thân khác            | không đủ điều kiện |                    | relative_of_martyr |

  Tình huống: Chưa rõ diện nhưng người có công không còn sống
    Biết "Diện người có công" là (trống)
    Và "Người có công còn sống" là không
    Khi xét "merit_house_grant"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "living_merit_person"

  Tình huống: Ngày áp dụng mức sửa chữa; mức của nơi tỉnh không hỗ trợ thêm
    Biết "Tỉnh" là Tỉnh khác
    Khi xét "merit_house_grant"
    Thì kết quả từng dòng là:
      | Ngày xét   | Xây mới | Sửa chữa | kết quả      | mức hỗ trợ      |
      | 31/12/2019 | không   | có       | đủ điều kiện | 20.000.000 đồng |
      | 01/01/2020 | không   | có       | đã kết thúc  |                 |
      | 08/01/2025 | không   | có       | đủ điều kiện | chưa có cấp nào quy định mức |
      | 09/01/2025 | không   | có       | đủ điều kiện | 30.000.000 đồng |
      | 31/12/2025 | có      | không    | đủ điều kiện | 60.000.000 đồng |
      | 01/01/2026 | có      | không    | đủ điều kiện | chưa có cấp nào quy định mức |
      | 01/01/2026 | không   | có       | đủ điều kiện | chưa có cấp nào quy định mức |

  # A-4: Quyết định 3210/2014 của TP Hồ Chí Minh nêu năm diện ưu tiên như Nghị định 131
  Khung tình huống: Thứ tự ưu tiên của Quyết định 22 và của Nghị định 131
    Biết hồ sơ:
      | Nhà có nguy cơ sập đổ, không an toàn     | có |
      | Người có công cao tuổi                   | có |
      | Hộ dân tộc thiểu số                      | có |
      | Hộ có hoàn cảnh khó khăn                 | có |
      | Thuộc vùng thường xuyên xảy ra thiên tai | có |
    Và ngày xét là <ngày>
    Khi xét "merit_house_grant"
    Thì kết quả là "đủ điều kiện"
    Và <ưu tiên> "house_at_risk"
    Và <ưu tiên> "elderly_person"
    Và <ưu tiên> "minority_person"
    Và <ưu tiên> "person_in_hardship"
    Và <ưu tiên> "disaster_area"

    Dữ liệu:
      | ngày       | ưu tiên                  |
      | 01/10/2014 | thuộc diện ưu tiên       |
      | 31/12/2019 | thuộc diện ưu tiên       |
      | 15/02/2022 | thuộc diện ưu tiên       |

  # M7: Nghị quyết 63/NQ-CP năm 2017
  Tình huống: Người có công đã mất mà vợ hoặc chồng còn ở nhà, từ giai đoạn 2
    Biết hồ sơ:
      | Người có công còn sống                                                   | không |
      | Đã được lập danh sách hỗ trợ khi còn sống                                | có    |
      | Vợ hoặc chồng của người có công đã mất đang ở và thường trú tại nhà      | có    |
    Khi xét "merit_house_grant"
    Thì kết quả từng dòng là:
      | Ngày xét   | Đã được lập danh sách hỗ trợ khi còn sống | Vợ hoặc chồng của người có công đã mất đang ở và thường trú tại nhà | kết quả            | mức hỗ trợ      | không đạt             | chưa xác định         |
      | 24/07/2017 | có                                        | có                                                                  | không đủ điều kiện |                 | decision_22_household |                       |
      | 25/07/2017 | có                                        | có                                                                  | đủ điều kiện       | 40.000.000 đồng |                       |                       |
      | 25/07/2017 | không                                     | có                                                                  | không đủ điều kiện |                 | surviving_spouse_case |                       |
      | 25/07/2017 | có                                        | không                                                               | không đủ điều kiện |                 | decision_22_household |                       |
      | 25/07/2017 | có                                        |                                                                     | chưa đủ thông tin  |                 |                       | surviving_spouse_case |
      | 31/12/2019 | có                                        | có                                                                  | đủ điều kiện       | 40.000.000 đồng |                       |                       |
      | 01/01/2020 | có                                        | có                                                                  | đã kết thúc        |                 |                       |                       |

  Tình huống: Vợ hoặc chồng còn sống của người đã bị đình chỉ thì không được hỗ trợ
    Biết hồ sơ:
      | Người có công còn sống                                                   | không |
      | Đã được lập danh sách hỗ trợ khi còn sống                                | có    |
      | Vợ hoặc chồng của người có công đã mất đang ở và thường trú tại nhà      | có    |
    Và ngày xét là 01/10/2018
    Khi xét "merit_house_grant"
    Thì kết quả từng dòng là:
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | Đã được công nhận người có công hoặc thân nhân liệt sĩ | Diện người có công | kết quả            |
      | có                                                     | có                                                     | Bệnh binh          | không đủ điều kiện |
      | không                                                  | không                                                  | Bệnh binh          | không đủ điều kiện |
      | không                                                  | có                                                     | Không              | không đủ điều kiện |
      | không                                                  | có                                                     | Bệnh binh          | đủ điều kiện       |

  # Decision 22: hộ đã được hỗ trợ theo chính Quyết định này không được hỗ trợ lần nữa
  Tình huống: Đã được hỗ trợ theo Quyết định 22 thì không được hỗ trợ lần nữa
    Khi xét "merit_house_grant"
    Thì kết quả từng dòng là:
      | Đã hỗ trợ theo Quyết định 22 | kết quả            | không đạt                    | chưa xác định                |
      | có                           | không đủ điều kiện | not_supported_by_decision_22 |                              |
      |                              | chưa đủ thông tin  |                              | not_supported_by_decision_22 |
      | không                        | đủ điều kiện       |                              |                              |

  # K4: con liệt sĩ có quyền riêng
  Tình huống: Chồng bị đình chỉ, vợ là con liệt sĩ, theo Quyết định 22
    Biết "Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi" là có
    Và "Thân nhân liệt sĩ" là Con
    Khi xét "merit_house_grant"
    Thì kết quả từng dòng là:
      | Riêng thân nhân liệt sĩ đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | kết quả            | không đạt              |
      | không                                                                          | đủ điều kiện       |                        |
      | có                                                                             | không đủ điều kiện | relative_not_suspended |
      |                                                                                | chưa đủ thông tin  |                        |

  Khung tình huống: Không thuộc diện nào của thứ tự ưu tiên theo Quyết định 22
    Biết hồ sơ:
      | Nhà có nguy cơ sập đổ, không an toàn     | không |
      | Người có công cao tuổi                   | không |
      | Hộ dân tộc thiểu số                      | không |
      | Hộ có hoàn cảnh khó khăn                 | không |
      | Thuộc vùng thường xuyên xảy ra thiên tai | không |
    Khi xét "merit_house_grant"
    Thì kết quả là "đủ điều kiện"
    Và không thuộc diện ưu tiên <diện>

    Dữ liệu:
      | diện               |
      | "house_at_risk"    |
      | "elderly_person"   |
      | "minority_person"  |
      | "person_in_hardship" |
      | "disaster_area"    |
