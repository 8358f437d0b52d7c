# language: vi
@nd-20-2021
Tính năng: Hỗ trợ nhà ở do thiên tai, hỏa hoạn

  Bối cảnh: hộ nghèo bị bão làm sập nhà
    Biết hồ sơ:
      | Tỉnh                                                   | Bắc Ninh |
      | Diện hộ                                                | Hộ nghèo |
      | Hộ có hoàn cảnh khó khăn                               | không    |
      | Thiệt hại về nhà ở do thiên tai, hỏa hoạn, bất khả kháng | Đổ, sập, trôi, cháy hoàn toàn |
      | Không còn nơi ở                                        | có       |
      | Phải di dời nhà ở khẩn cấp theo quyết định của cơ quan có thẩm quyền | không |
    Và ngày xét là 01/05/2026

  Tình huống: Ba trường hợp hỗ trợ
    Khi xét "disaster_house_support"
    Thì kết quả từng dòng là:
      | Thiệt hại về nhà ở do thiên tai, hỏa hoạn, bất khả kháng | Không còn nơi ở | Nhà không ở được | Phải di dời nhà ở khẩn cấp theo quyết định của cơ quan có thẩm quyền | kết quả            | mức hỗ trợ      |
      | Đổ, sập, trôi, cháy hoàn toàn                            | có              |                  | không                                                                 | đủ điều kiện       | 40.000.000 đồng |
      | Đổ, sập, trôi, cháy hoàn toàn                            | không           |                  | không                                                                 | không đủ điều kiện |                 |
      | Đổ, sập, trôi, cháy hoàn toàn                            |                 |                  | không                                                                 | chưa đủ thông tin  |                 |
      | Hư hỏng nặng                                             |                 | có               | không                                                                 | đủ điều kiện       | 20.000.000 đồng |
      | Hư hỏng nặng                                             |                 | không            | không                                                                 | không đủ điều kiện |                 |
      | Hư hỏng nặng                                             |                 |                  | không                                                                 | chưa đủ thông tin  |                 |
      | Không bị thiệt hại                                       |                 |                  | có                                                                    | đủ điều kiện       | 30.000.000 đồng |
      | Không bị thiệt hại                                       |                 |                  | không                                                                 | không đủ điều kiện |                 |
      | Không bị thiệt hại                                       |                 |                  |                                                                       | chưa đủ thông tin  |                 |
      | Đổ, sập, trôi, cháy hoàn toàn                            | có              |                  | có                                                                    | đủ điều kiện       | 40.000.000 đồng |

  Tình huống: Không đòi hỏi chuẩn nghèo của Chính phủ; hoàn cảnh khó khăn cũng được xem xét
    Khi xét "disaster_house_support"
    Thì kết quả từng dòng là:
      | Diện hộ                             | Hộ có hoàn cảnh khó khăn | kết quả            | không đạt       |
      | Chỉ theo chuẩn nghèo riêng của tỉnh | không                    | đủ điều kiện       |                 |
      | Không                               | có                       | đủ điều kiện       |                 |
      | Không                               | không                    | không đủ điều kiện | needy_household |
      | Không                               |                          | chưa đủ thông tin  |                 |

  Tình huống: Ngày áp dụng và giấy tờ
    Khi xét "disaster_house_support"
    Thì cần giấy tờ "Tờ khai đề nghị hỗ trợ về nhà ở"
    Và kết quả từng dòng là:
      | Ngày xét   | kết quả                  |
      | 30/06/2021 | ngoài phạm vi bộ quy tắc |
      | 01/07/2021 | đủ điều kiện             |

  Tình huống: Hộ cận nghèo; hộ không nghèo, không khó khăn; chưa rõ mức thiệt hại
    Khi xét "disaster_house_support"
    Thì kết quả từng dòng là:
      | Diện hộ      | Thiệt hại về nhà ở do thiên tai, hỏa hoạn, bất khả kháng | Không còn nơi ở | Nhà không ở được | kết quả            | không đạt           |
      | Hộ cận nghèo | Đổ, sập, trôi, cháy hoàn toàn                            | có              |                  | đủ điều kiện       |                     |
      | Không        | Hư hỏng nặng                                             |                 | có               | không đủ điều kiện | house_badly_damaged |
      | Hộ nghèo     | (trống)                                                  | không           | không            | không đủ điều kiện | house_destroyed     |
      | Hộ nghèo     | (trống)                                                  | không           | không            | không đủ điều kiện | house_uninhabitable |
