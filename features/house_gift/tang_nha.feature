# language: vi
@dieu-110
Tính năng: Tặng cho nhà ở

  Bối cảnh: hộ nghèo nông thôn
    Biết hồ sơ:
      | Nhóm đối tượng                                  | Hộ nghèo nông thôn |
      | Vẫn không có khả năng tài chính cải thiện nhà ở dù được hỗ trợ vốn và vay ưu đãi | có |
      | Đã được tặng nhà ở (khoản 3 Điều 77 Luật Nhà ở) | không              |
    Và ngày xét là 01/05/2026

  Tình huống: Từng điều kiện
    Khi xét "Tặng cho nhà ở"
    Thì kết quả từng dòng là:
      | thông tin                                       | giá trị       | kết quả            | không đạt                | chưa xác định            |
      | Nhóm đối tượng                                  | Người có công | đủ điều kiện       |                          |                          |
      | Nhóm đối tượng                                  | Công nhân     | không đủ điều kiện | gift_subject             |                          |
      | Nhóm đối tượng                                  |               | chưa đủ thông tin  |                          | gift_subject             |
      | Vẫn không có khả năng tài chính cải thiện nhà ở dù được hỗ trợ vốn và vay ưu đãi | không | không đủ điều kiện | unable_even_with_support | |
      | Vẫn không có khả năng tài chính cải thiện nhà ở dù được hỗ trợ vốn và vay ưu đãi |       | chưa đủ thông tin  | | unable_even_with_support |
      | Đã được tặng nhà ở (khoản 3 Điều 77 Luật Nhà ở) | có            | không đủ điều kiện | gift_not_had             |                          |
      | Đã được tặng nhà ở (khoản 3 Điều 77 Luật Nhà ở) |               | chưa đủ thông tin  |                          | gift_not_had             |

  Tình huống: Ngày áp dụng
    Khi xét "Tặng cho nhà ở"
    Thì kết quả từng dòng là:
      | Ngày xét   | kết quả                  |
      | 31/07/2024 | ngoài phạm vi bộ quy tắc |
      | 01/08/2024 | đủ điều kiện             |

  Tình huống: Hộ nghèo, cận nghèo nông thôn, kể cả ở vùng thiên tai; suy ra từ Giấy chứng nhận và khu vực
    Biết hồ sơ:
      | Diện người có công                                     | Không |
      | Thân nhân liệt sĩ                                      | Không |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | không |
    Khi xét "Tặng cho nhà ở"
    Thì kết quả từng dòng là:
      | Nhóm đối tượng | Diện hộ      | Khu vực   | kết quả            | không đạt        |
      | Khoản 3        |              |           | đủ điều kiện       |                  |
      | (trống)        | Hộ nghèo     | Nông thôn | đủ điều kiện       |                  |
      | (trống)        | Hộ cận nghèo | Nông thôn | đủ điều kiện       |                  |
      | (trống)        | Hộ nghèo     | Đô thị    | không đủ điều kiện | group_rural_poor |
      | (trống)        | Không        | Nông thôn | không đủ điều kiện | group_rural_poor |
