# language: vi
@dieu-78
Tính năng: Thuê nhà ở cho lực lượng vũ trang nhân dân

  Bối cảnh:
    Biết hồ sơ:
      | Nhóm đối tượng                                            | lực lượng vũ trang |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội | không              |
      | Đang thuê nhà ở xã hội                                    | không              |
    Và ngày xét là 01/05/2026

  Tình huống: Không xét nhà ở và thu nhập
    Khi xét "armed_forces_housing_rent"
    Thì kết quả là "đủ điều kiện"
    Và không hỏi "Thu nhập"
    Và kết quả từng dòng là:
      | thông tin                                                 | giá trị   | kết quả            | không đạt                      | chưa xác định                  |
      | Nhóm đối tượng                                            | Công nhân | không đủ điều kiện | group_armed_forces             |                                |
      | Nhóm đối tượng                                            |           | chưa đủ thông tin  |                                | group_armed_forces             |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội | có        | không đủ điều kiện | social_housing_policy_not_used |                                |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội |           | chưa đủ thông tin  |                                | forces_subject                 |
      | Đang thuê nhà ở xã hội                                    | có        | không đủ điều kiện | one_rental                     |                                |
      | Đang thuê nhà ở xã hội                                    |           | chưa đủ thông tin  |                                | one_rental                     |
      | Ngày xét                                                  | 31/07/2024 | ngoài phạm vi bộ quy tắc |                         |                                |
      | Ngày xét                                                  | 01/08/2024 | đủ điều kiện      |                                |                                |
