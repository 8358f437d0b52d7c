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
      | 01/01/2020 | có      | không    | đủ điều kiện             | chưa có mức     |
      | 14/02/2022 | có      | không    | đủ điều kiện             | chưa có mức     |
      | 15/02/2022 | có      | không    | đủ điều kiện             | chưa có mức     |

  Tình huống: Từ ngày 15/02/2022 không còn mốc thường trú nhưng loại hộ đã được hỗ trợ theo Quyết định 22
    Biết "Ngày đăng ký thường trú tại nhà" là 01/01/2020
    Khi xét "merit_house_grant"
    Thì kết quả từng dòng là:
      | Ngày xét   | Đã hỗ trợ theo Quyết định 22 | kết quả            | không đạt                     |
      | 14/02/2022 | không                        | không đủ điều kiện | registered_before_decision_22 |
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
      | 01/01/2020 | không   | có       | đủ điều kiện | chưa có mức     |
      | 08/01/2025 | không   | có       | đủ điều kiện | chưa có mức     |
      | 09/01/2025 | không   | có       | đủ điều kiện | 30.000.000 đồng |
      | 31/12/2025 | có      | không    | đủ điều kiện | 60.000.000 đồng |
      | 01/01/2026 | có      | không    | đủ điều kiện | chưa có mức     |
      | 01/01/2026 | không   | có       | đủ điều kiện | chưa có mức     |

  Khung tình huống: Quyết định 22 không quy định thứ tự ưu tiên; Nghị định 131 có từ ngày 15/02/2022
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
      | 01/10/2014 | không thuộc diện ưu tiên |
      | 14/02/2022 | không thuộc diện ưu tiên |
      | 15/02/2022 | thuộc diện ưu tiên       |
