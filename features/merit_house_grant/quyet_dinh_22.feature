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
