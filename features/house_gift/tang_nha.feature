# language: vi
@dieu-110
Tính năng: Tặng cho nhà ở

  Bối cảnh: hộ nghèo nông thôn
    Biết hồ sơ:
      | Nhóm đối tượng                                  | Hộ nghèo nông thôn |
      | Vẫn không có khả năng tài chính cải thiện nhà ở dù được hỗ trợ vốn và vay ưu đãi | có |
      | Đã được tặng nhà ở (khoản 3 Điều 77 Luật Nhà ở) | không              |
      | Diện người có công                              | Không              |
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
      | 14/02/2022 | ngoài phạm vi bộ quy tắc |
      | 31/07/2024 | không đủ điều kiện       |
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

  # House gift: Bà mẹ Việt Nam anh hùng được tặng nhà tình nghĩa từ ngày 15/02/2022, không xét khả năng tài chính
  Tình huống: Bà mẹ Việt Nam anh hùng
    Biết hồ sơ:
      | Nhóm đối tượng                                         | (trống)                 |
      | Diện người có công                                     | Bà mẹ Việt Nam anh hùng |
      | Người có công còn sống                                 | có                      |
      | Thân nhân liệt sĩ                                      | Không                   |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | có                      |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | không                   |
      | Người có công, thân nhân liệt sĩ nêu trong hồ sơ là chính người đứng đơn | có    |
      | Diện hộ                                                | Không                   |
      | Vẫn không có khả năng tài chính cải thiện nhà ở dù được hỗ trợ vốn và vay ưu đãi | không |
    Khi xét "house_gift"
    Thì kết quả là "đủ điều kiện"
    Và đạt "heroic_mother_gift"
    Và kết quả từng dòng là:
      | Ngày xét   | Diện người có công      | Đồng thời được công nhận diện | Người có công còn sống | Đã được tặng nhà ở (khoản 3 Điều 77 Luật Nhà ở) | kết quả                  | đạt           | không đạt     | chưa xác định |
      | 14/02/2022 | Bà mẹ Việt Nam anh hùng |                               | có                     | không                                           | ngoài phạm vi bộ quy tắc |               |               |               |
      | 15/02/2022 | Bà mẹ Việt Nam anh hùng |                               | có                     | không                                           | đủ điều kiện             | heroic_mother |               |               |
      | 31/07/2024 | Bà mẹ Việt Nam anh hùng |                               | có                     | có                                              | không đủ điều kiện       |               | gift_not_had  |               |
      | 31/07/2024 | Bà mẹ Việt Nam anh hùng |                               | có                     |                                                 | chưa đủ thông tin        |               |               | gift_not_had  |
      | 31/07/2024 | Thương binh             | Bà mẹ Việt Nam anh hùng       | có                     | không                                           | đủ điều kiện             | heroic_mother |               |               |
      | 31/07/2024 | Thương binh             | Không                         | có                     | không                                           | không đủ điều kiện       |               | heroic_mother |               |
      | 31/07/2024 |                         | Không                         | có                     | không                                           | chưa đủ thông tin        |               |               | heroic_mother |
      | 01/08/2024 | Bà mẹ Việt Nam anh hùng |                               | có                     | không                                           | đủ điều kiện             | heroic_mother |               |               |
      | 01/08/2024 | Bà mẹ Việt Nam anh hùng |                               | không                  | không                                           | không đủ điều kiện       |               | heroic_mother_gift |          |
      | 01/05/2026 | Thương binh             | Không                         | có                     | không                                           | không đủ điều kiện       |               | gift_case     |               |
