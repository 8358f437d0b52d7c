# language: vi
@qd-48-2014
Tính năng: Hỗ trợ hộ nghèo miền Trung làm nhà phòng, tránh bão, lụt

  Bối cảnh: hộ nghèo
    Biết hồ sơ:
      | Tỉnh                                                  | Quảng Nam |
      | Hộ nghèo theo chuẩn nghèo giai đoạn 2011 - 2015       | có        |
      | Đã được hỗ trợ nhà ở từ chương trình, chính sách khác | không     |
      | Hộ mới tách                                           | không     |
      | Hộ có nhà ở                                           | có        |
      | Nhà ở kiên cố                                         | không     |
      | Nhà có sàn vượt mức ngập lụt cao nhất                 | không     |
      | Cư trú tại vùng khó khăn                              | không     |
      | Cư trú tại xã, thôn đặc biệt khó khăn                 | không     |
    Và ngày xét là 01/05/2016

  Tình huống: Không áp dụng tại Bắc Giang, Bắc Ninh
    Khi xét "storm_house_support_2014"
    Thì kết quả từng dòng là:
      | Tỉnh      | kết quả                       |
      | Quảng Nam | đủ điều kiện                  |
      | Bắc Giang | không áp dụng tại địa bàn này |
      | Bắc Ninh  | không áp dụng tại địa bàn này |
      |           | chưa đủ thông tin             |

  Tình huống: Thời gian
    Khi xét "storm_house_support_2014"
    Thì kết quả từng dòng là:
      | Ngày xét   | kết quả                  | mức hỗ trợ      |
      | 14/10/2014 | ngoài phạm vi bộ quy tắc |                 |
      | 15/10/2014 | đủ điều kiện             | 12.000.000 đồng |
      | 31/12/2020 | đủ điều kiện             | 12.000.000 đồng |
      | 01/01/2021 | đã kết thúc              |                 |

  Tình huống: Từng điều kiện
    Khi xét "storm_house_support_2014"
    Thì kết quả từng dòng là:
      | thông tin                                             | giá trị | kết quả            | không đạt            | chưa xác định        |
      | Hộ nghèo theo chuẩn nghèo giai đoạn 2011 - 2015       | không   | không đủ điều kiện | storm_poor_household |                      |
      | Hộ nghèo theo chuẩn nghèo giai đoạn 2011 - 2015       |         | chưa đủ thông tin  |                      | storm_poor_household |
      | Đã được hỗ trợ nhà ở từ chương trình, chính sách khác | có      | không đủ điều kiện | storm_not_supported  |                      |
      | Đã được hỗ trợ nhà ở từ chương trình, chính sách khác |         | chưa đủ thông tin  |                      | storm_not_supported  |

  Tình huống: Mười bốn tỉnh từ Thanh Hóa đến Bình Thuận
    Khi xét "storm_house_support_2014"
    Thì kết quả từng dòng là:
      | Tỉnh           | kết quả      |
      | Thanh Hóa      | đủ điều kiện |
      | Nghệ An        | đủ điều kiện |
      | Hà Tĩnh        | đủ điều kiện |
      | Quảng Bình     | đủ điều kiện |
      | Quảng Trị      | đủ điều kiện |
      | Thừa Thiên Huế | đủ điều kiện |
      | Đà Nẵng        | đủ điều kiện |
      | Quảng Nam      | đủ điều kiện |
      | Quảng Ngãi     | đủ điều kiện |
      | Bình Định      | đủ điều kiện |
      | Phú Yên        | đủ điều kiện |
      | Khánh Hòa      | đủ điều kiện |
      | Ninh Thuận     | đủ điều kiện |
      | Bình Thuận     | đủ điều kiện |

  # Decision 48/2014: ba mức 16, 14 và 12 triệu đồng
  Tình huống: Mức theo địa bàn
    Khi xét "storm_house_support_2014"
    Thì kết quả từng dòng là:
      | Ngày xét   | Cư trú tại vùng khó khăn | Cư trú tại xã, thôn đặc biệt khó khăn | kết quả      | mức hỗ trợ      |
      | 15/10/2014 | không                    | không                                 | đủ điều kiện | 12.000.000 đồng |
      | 15/10/2014 | có                       | không                                 | đủ điều kiện | 14.000.000 đồng |
      | 15/10/2014 | có                       | có                                    | đủ điều kiện | 16.000.000 đồng |
      | 31/12/2020 | không                    | có                                    | đủ điều kiện | 16.000.000 đồng |
      | 31/12/2020 | có                       |                                       | đủ điều kiện | 14.000.000 đồng hoặc 16.000.000 đồng |
      | 31/12/2020 |                          |                                       | đủ điều kiện | 12.000.000 đồng hoặc 14.000.000 đồng hoặc 16.000.000 đồng |

  # Decision 48/2014, Điều 3 Thông tư 16/2014/TT-BXD: nhà kiên cố có sàn vượt lũ thì không được hỗ trợ; tách hộ đủ 02 năm
  Tình huống: Nhà ở và thời gian tách hộ
    Khi xét "storm_house_support_2014"
    Thì kết quả từng dòng là:
      | Hộ có nhà ở | Nhà ở kiên cố | Nhà có sàn vượt mức ngập lụt cao nhất | Hộ mới tách | Ngày tách hộ | kết quả            | không đạt        | chưa xác định    |
      | có          | có            | có                                    | không       |              | không đủ điều kiện | storm_house_need |                  |
      | có          | có            | không                                 | không       |              | đủ điều kiện       |                  |                  |
      | có          | không         | có                                    | không       |              | đủ điều kiện       |                  |                  |
      | có          | có            |                                       | không       |              | chưa đủ thông tin  |                  | storm_house_need |
      | không       |               |                                       | không       |              | đủ điều kiện       |                  |                  |
      |             | có            | có                                    | không       |              | không đủ điều kiện | storm_house_need |                  |
      | có          | không         | không                                 | có          | 15/10/2012   | đủ điều kiện       |                  |                  |
      | có          | không         | không                                 | có          | 14/10/2012   | đủ điều kiện       |                  |                  |
      | có          | không         | không                                 | có          | 16/10/2012   | không đủ điều kiện | storm_separated  |                  |
      | có          | không         | không                                 | có          |              | chưa đủ thông tin  |                  | storm_separated  |
