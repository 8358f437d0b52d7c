# language: vi
@qd-1719
Tính năng: Hỗ trợ nhà ở vùng đồng bào dân tộc thiểu số và miền núi

  Bối cảnh: hộ nghèo dân tộc thiểu số ở nhà dột nát
    Biết hồ sơ:
      | Tỉnh                                                  | Bắc Giang |
      | Cư trú tại vùng đồng bào dân tộc thiểu số và miền núi | có        |
      | Diện hộ                                               | Hộ nghèo  |
      | Hộ dân tộc thiểu số                                   | có        |
      | Cư trú tại xã, thôn đặc biệt khó khăn                 | không     |
      | Hộ có nhà ở                                           | có        |
      | Hiện trạng nhà                                        | Dột nát   |
      | Đã được hỗ trợ nhà ở từ chương trình, chính sách khác | không     |
      | Đã được chương trình vùng dân tộc thiểu số và miền núi hỗ trợ nhà ở | không |
      | Nhà phải phá dỡ để xây mới                            | có        |
      | Phải sửa chữa khung, tường và thay mới mái            | không     |
    Và ngày xét là 01/05/2024

  Tình huống: Mức hỗ trợ và thời gian, kèm lưu ý văn bản ghi theo trí nhớ
    Khi xét "ethnic_minority_house_support"
    Thì kết quả là "đủ điều kiện"
    Và có lưu ý về "Hỗ trợ nhà ở vùng đồng bào dân tộc thiểu số và miền núi"
    Và kết quả từng dòng là:
      | Ngày xét   | kết quả                  | mức hỗ trợ      |
      | 13/10/2021 | ngoài phạm vi bộ quy tắc |                 |
      | 14/10/2021 | đủ điều kiện             | 40.000.000 đồng |
      | 31/12/2024 | đủ điều kiện             | 40.000.000 đồng |
      | 01/01/2025 | đủ điều kiện             | 60.000.000 đồng |
      | 31/12/2025 | đủ điều kiện             | 60.000.000 đồng |
      | 01/01/2026 | đã kết thúc              |                 |

  Tình huống: Từng điều kiện không đạt hoặc chưa rõ
    Khi xét "ethnic_minority_house_support"
    Thì kết quả từng dòng là:
      | thông tin                                             | giá trị   | kết quả                       | không đạt                    | chưa xác định                |
      | Cư trú tại vùng đồng bào dân tộc thiểu số và miền núi | không     | không áp dụng tại địa bàn này |                              |                              |
      | Cư trú tại vùng đồng bào dân tộc thiểu số và miền núi |           | chưa đủ thông tin             |                              | in_minority_programme_area   |
      | Diện hộ                                               | cận nghèo | không đủ điều kiện            | poor_certified               |                              |
      | Diện hộ                                               |           | chưa đủ thông tin             |                              | poor_certified               |
      | Hộ dân tộc thiểu số                                   | không     | không đủ điều kiện            | minority_programme_household |                              |
      | Hộ dân tộc thiểu số                                   |           | chưa đủ thông tin             |                              | minority_household           |
      | Hiện trạng nhà                                        | Tốt       | không đủ điều kiện            | minority_house_need          |                              |
      | Hiện trạng nhà                                        |           | chưa đủ thông tin             |                              | minority_house_need          |
      | Hộ có nhà ở                                           | không     | đủ điều kiện                  |                              |                              |
      | Đã được hỗ trợ nhà ở từ chương trình, chính sách khác | có        | không đủ điều kiện            | minority_not_supported       |                              |
      | Đã được hỗ trợ nhà ở từ chương trình, chính sách khác |           | chưa đủ thông tin             |                              | minority_not_supported       |

  Tình huống: Hộ Kinh tại xã, thôn đặc biệt khó khăn
    Biết "Hộ dân tộc thiểu số" là không
    Khi xét "ethnic_minority_house_support"
    Thì kết quả từng dòng là:
      | Cư trú tại xã, thôn đặc biệt khó khăn | kết quả            |
      | có                                    | đủ điều kiện       |
      | không                                 | không đủ điều kiện |
      |                                       | chưa đủ thông tin  |

  Tình huống: Chưa có nhà ở, hoặc nhà ở là nhà tạm
    Khi xét "ethnic_minority_house_support"
    Thì kết quả từng dòng là:
      | Hộ có nhà ở | Hiện trạng nhà | kết quả      |
      | có          | Nhà tạm        | đủ điều kiện |
      | không       | (trống)        | đủ điều kiện |

  # Ethnic-minority: chương trình này đã hỗ trợ thì không hỗ trợ lần nữa
  Tình huống: Đã được chính chương trình này hỗ trợ
    Khi xét "ethnic_minority_house_support"
    Thì kết quả từng dòng là:
      | Đã được chương trình vùng dân tộc thiểu số và miền núi hỗ trợ nhà ở | kết quả            | không đạt                    | chưa xác định                |
      | có                                                                  | không đủ điều kiện | not_helped_by_this_programme |                              |
      |                                                                     | chưa đủ thông tin  |                              | not_helped_by_this_programme |

  # Ethnic-minority: mức sửa chữa năm 2025 là 30 triệu đồng, không phải 60 triệu đồng; đến hết năm 2024 chưa rõ mức sửa chữa
  Tình huống: Mức sửa chữa
    Biết "Nhà phải phá dỡ để xây mới" là không
    Khi xét "ethnic_minority_house_support"
    Thì kết quả từng dòng là:
      | Ngày xét   | Phải sửa chữa khung, tường và thay mới mái | kết quả      | mức hỗ trợ                   |
      | 31/12/2024 | có                                         | đủ điều kiện |                              |
      | 01/01/2025 | có                                         | đủ điều kiện | 30.000.000 đồng              |
      | 31/12/2025 | có                                         | đủ điều kiện | 30.000.000 đồng              |
      | 31/12/2025 | không                                      | đủ điều kiện |                              |
      | 31/12/2025 |                                            | đủ điều kiện |                              |

  Tình huống: Nhà hư hỏng nặng hoặc chưa có nhà được hỗ trợ làm nhà mới
    Khi xét "ethnic_minority_house_support"
    Thì kết quả từng dòng là:
      | Hộ có nhà ở | Hiện trạng nhà   | Nhà phải phá dỡ để xây mới | kết quả      | mức hỗ trợ      |
      | có          | Nhà hư hỏng nặng | có                         | đủ điều kiện | 40.000.000 đồng |
      | không       |                  | (trống)                    | đủ điều kiện | 40.000.000 đồng |

  Tình huống: Chưa rõ nhà có phải phá dỡ hay không
    Biết "Nhà phải phá dỡ để xây mới" là (trống)
    Khi xét "ethnic_minority_house_support"
    Thì kết quả là "đủ điều kiện"
    Và mức hỗ trợ là "40.000.000 đồng"

  # Ethnic-minority: đến hết năm 2024 chưa rõ mức sửa chữa nên chỉ đủ điều kiện về nguyên tắc
  Tình huống: Sửa chữa ở ngày cuối năm 2024, và khi chưa rõ có phải sửa chữa hay không
    Biết "Nhà phải phá dỡ để xây mới" là không
    Khi xét "ethnic_minority_house_support"
    Thì kết quả từng dòng là:
      | Ngày xét   | Phải sửa chữa khung, tường và thay mới mái | kết quả                                        | mức hỗ trợ      | còn thiếu để xác định mức                  | tạm xác định |
      | 31/12/2024 | có                                         | đủ điều kiện về nguyên tắc, chưa có mức hỗ trợ |                 |                                            | có           |
      | 31/12/2024 | không                                      | đủ điều kiện                                   |                 |                                            | không        |
      | 01/01/2025 | có                                         | đủ điều kiện                                   | 30.000.000 đồng |                                            |              |
      | 01/01/2025 |                                            | đủ điều kiện                                   |                 | Phải sửa chữa khung, tường và thay mới mái |              |
