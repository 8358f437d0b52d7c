# language: vi
@qd-48-2014
Tính năng: Hỗ trợ hộ nghèo miền Trung làm nhà phòng, tránh bão, lụt

  Bối cảnh: hộ nghèo
    Biết hồ sơ:
      | Tỉnh                                                  | Quảng Nam |
      | Hộ nghèo theo chuẩn nghèo giai đoạn 2011 - 2015       | có        |
      | Đã được hỗ trợ nhà ở từ chương trình, chính sách khác | không     |
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
