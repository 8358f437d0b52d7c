# language: vi
@tt-01-2022
Tính năng: Hỗ trợ nhà ở cho hộ nghèo, hộ cận nghèo tại huyện nghèo

  Bối cảnh: hộ nghèo tại Sơn Động, nhà không bền chắc, chật hẹp
    Biết hồ sơ:
      | Tỉnh                                                       | Bắc Giang |
      | Cư trú tại huyện nghèo giai đoạn 2021 - 2025               | có        |
      | Diện hộ                                                    | Hộ nghèo  |
      | Hộ mới tách                                                | không     |
      | Hộ có nhà ở                                                | có        |
      | Nền móng bền chắc                                          | không     |
      | Khung tường bền chắc                                       | không     |
      | Mái bền chắc                                               | có        |
      | Diện tích nhà                                              | 30        |
      | Số nhân khẩu                                               | 4         |
      | Đã được hỗ trợ nhà ở từ chương trình, chính sách khác      | không     |
      | Đã được chương trình vùng dân tộc thiểu số và miền núi hỗ trợ nhà ở | không |
      | Đã được hỗ trợ nhà ở theo chính sách người có công         | không     |
      | Đã được chương trình giảm nghèo bền vững hỗ trợ nhà ở      | không     |
      | Nhà phải phá dỡ để xây mới                                 | có        |
      | Phải sửa chữa khung, tường và thay mới mái                 | không     |
    Và ngày xét là 01/05/2024

  Tình huống: Mức hỗ trợ và thời gian
    Khi xét "poor_district_house_support"
    Thì kết quả từng dòng là:
      | Ngày xét   | Xây mới | Sửa chữa | kết quả                  | mức hỗ trợ      |
      | 14/08/2022 | có      | không    | ngoài phạm vi bộ quy tắc |                 |
      | 15/08/2022 | có      | không    | đủ điều kiện             | 40.000.000 đồng |
      | 15/08/2022 | không   | có       | đủ điều kiện             | 20.000.000 đồng |
      | 31/12/2024 | có      | không    | đủ điều kiện             | 40.000.000 đồng |
      | 01/01/2025 | có      | không    | đủ điều kiện             | 60.000.000 đồng |
      | 01/01/2025 | không   | có       | đủ điều kiện             | 30.000.000 đồng |
      | 31/12/2025 | có      | không    | đủ điều kiện             | 60.000.000 đồng |
      | 01/01/2026 | có      | không    | đã kết thúc              |                 |

  Tình huống: Ngoài huyện nghèo thì không áp dụng
    Khi xét "poor_district_house_support"
    Thì kết quả từng dòng là:
      | Cư trú tại huyện nghèo giai đoạn 2021 - 2025 | kết quả                         |
      | không                                        | không áp dụng tại địa bàn này   |
      |                                              | chưa đủ thông tin               |

  Tình huống: Thời gian tách hộ tính đến ngày 18/01/2022
    Biết "Hộ mới tách" là có
    Khi xét "poor_district_house_support"
    Thì kết quả từng dòng là:
      | Ngày tách hộ | kết quả            | không đạt      | chưa xác định  |
      | 17/01/2019   | đủ điều kiện       |                |                |
      | 18/01/2019   | đủ điều kiện       |                |                |
      | 19/01/2019   | không đủ điều kiện | long_separated |                |
      |              | chưa đủ thông tin  |                | long_separated |

  Tình huống: Nhà không bền chắc và diện tích dưới 8 m² một người: nếu chỉ có một thì còn cách hiểu khác
    Khi xét "poor_district_house_support"
    Thì kết quả từng dòng là:
      | Nền móng bền chắc | Diện tích nhà | kết quả            | tạm xác định | không đạt            |
      | không             | 31,99         | đủ điều kiện       | không        |                      |
      | không             | 32            | không đủ điều kiện | có           | small_or_no_house    |
      | không             | 32,01         | không đủ điều kiện | có           | small_or_no_house    |
      | có                | 30            | không đủ điều kiện | có           | weak_or_no_house     |
      | có                | 60            | không đủ điều kiện | không        | weak_and_small_house |

  Tình huống: Chưa có nhà ở
    Biết "Hộ có nhà ở" là không
    Và "Diện tích nhà" là (trống)
    Khi xét "poor_district_house_support"
    Thì kết quả là "đủ điều kiện"
    Và mức hỗ trợ là 40 triệu đồng

  Tình huống: Từng điều kiện không đạt hoặc chưa rõ
    Khi xét "poor_district_house_support"
    Thì kết quả từng dòng là:
      | thông tin                                             | giá trị   | kết quả            | không đạt               | chưa xác định           |
      | Diện hộ                                               | Không     | không đủ điều kiện | poor_or_near_poor       |                         |
      | Diện hộ                                               |           | chưa đủ thông tin  |                         | poor_or_near_poor       |
      | Diện hộ                                               | cận nghèo | đủ điều kiện       |                         |                         |
      | Đã được hỗ trợ nhà ở từ chương trình, chính sách khác | có        | không đủ điều kiện | not_supported_elsewhere |                         |
      | Đã được hỗ trợ nhà ở từ chương trình, chính sách khác |           | chưa đủ thông tin  |                         | not_supported_elsewhere |
      | Đã được chương trình vùng dân tộc thiểu số và miền núi hỗ trợ nhà ở | có | không đủ điều kiện | not_helped_by_minority_programme | |
      | Đã được chương trình vùng dân tộc thiểu số và miền núi hỗ trợ nhà ở |    | chưa đủ thông tin  | | not_helped_by_minority_programme |
      | Nền móng bền chắc                                     |           | chưa đủ thông tin  |                         | weak_or_no_house        |
      | Diện tích nhà                                         |           | chưa đủ thông tin  |                         | small_or_no_house       |
      | Đã được hỗ trợ nhà ở theo chính sách người có công    | có        | không đủ điều kiện | not_helped_by_merit_policy |                      |
      | Đã được hỗ trợ nhà ở theo chính sách người có công    |           | chưa đủ thông tin  |                         | not_helped_by_merit_policy |
      | Đã được chương trình giảm nghèo bền vững hỗ trợ nhà ở | có        | không đủ điều kiện | not_helped_by_poverty_programme |                 |
      | Đã được chương trình giảm nghèo bền vững hỗ trợ nhà ở |           | chưa đủ thông tin  |                         | not_helped_by_poverty_programme |

  # Campaign (a): Thông tư 01/2022/TT-BXD không đặt mức phá dỡ hay sửa chữa làm điều kiện; cấp xã xác định mức
  Tình huống: Nhà không phải phá dỡ, không phải sửa khung, tường và thay mái thì cấp xã xác định mức
    Biết "Phải sửa chữa khung, tường và thay mới mái" là không
    Khi xét "poor_district_house_support"
    Thì kết quả từng dòng là:
      | Nhà phải phá dỡ để xây mới | Phải sửa chữa khung, tường và thay mới mái | kết quả      | mức hỗ trợ      |
      | không                      | không                                      | đủ điều kiện |                 |
      |                            |                                            | đủ điều kiện |                 |
      |                            | có                                         | đủ điều kiện | 20 hoặc 40 triệu |
      | có                         |                                            | đủ điều kiện | 40.000.000 đồng |

  # Ethnic-minority / poor district: hộ đã được hỗ trợ theo Quyết định 22 là đã được chính sách người có công hỗ trợ
  Tình huống: Hộ đã được hỗ trợ theo Quyết định 22/2013/QĐ-TTg
    Biết "Đã được hỗ trợ nhà ở theo chính sách người có công" là (trống)
    Và "Đã hỗ trợ theo Quyết định 22" là có
    Khi xét "poor_district_house_support"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "not_helped_by_merit_policy"

  Tình huống: Khung tường và mái không bền chắc; mức sửa chữa đến hết năm 2024
    Khi xét "poor_district_house_support"
    Thì kết quả từng dòng là:
      | Ngày xét   | Nền móng bền chắc | Mái bền chắc | Xây mới | Sửa chữa | kết quả      | mức hỗ trợ      |
      | 01/05/2024 | có                | không        | có      | không    | đủ điều kiện | 40.000.000 đồng |
      | 31/12/2024 | không             | có           | không   | có       | đủ điều kiện | 20.000.000 đồng |

  Tình huống: Chưa có nhà ở thì không xét kết cấu, diện tích và mức phá dỡ
    Biết hồ sơ:
      | Hộ có nhà ở                | không   |
      | Nền móng bền chắc          | (trống) |
      | Khung tường bền chắc       | (trống) |
      | Mái bền chắc               | (trống) |
      | Diện tích nhà              | (trống) |
      | Nhà phải phá dỡ để xây mới | (trống) |
    Khi xét "poor_district_house_support"
    Thì kết quả là "đủ điều kiện"
    Và mức hỗ trợ là 40 triệu đồng

  Tình huống: Chưa rõ có phải sửa chữa khung, tường và thay mới mái hay không
    Biết "Nhà phải phá dỡ để xây mới" là không
    Và "Phải sửa chữa khung, tường và thay mới mái" là (trống)
    Khi xét "poor_district_house_support"
    Thì kết quả là "đủ điều kiện"
    Và còn thiếu để xác định mức: "Phải sửa chữa khung, tường và thay mới mái"
