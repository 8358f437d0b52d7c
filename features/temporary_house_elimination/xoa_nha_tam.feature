# language: vi
@qd-55
Tính năng: Xóa nhà tạm, nhà dột nát cho hộ nghèo, hộ cận nghèo

  Bối cảnh: hộ nghèo, nhà bền chắc và đủ rộng, trên đất ở không tranh chấp
    Biết hồ sơ:
      | Tỉnh                                        | Bắc Giang  |
      | Diện hộ                                     | Hộ nghèo   |
      | Đã hỗ trợ từ chương trình khác              | không      |
      | Nhà trên đất ở                              | có         |
      | Đất có tranh chấp                           | không      |
      | Nhà thuộc trường hợp phải phá dỡ theo Luật Nhà ở, Luật Xây dựng | không |
      | Loại hộ gia đình                            | Hộ gia đình |
      | Diện tích nhà                               | 60         |
      | Số nhân khẩu                                | 4          |
      | Nền móng bền chắc                           | có         |
      | Khung tường bền chắc                        | có         |
      | Mái bền chắc                                | có         |
      | Không bảo đảm an toàn cho người sử dụng     | không      |
      | Nhà xây dựng bằng vật liệu bền chắc         | có         |
      | Số năm sử dụng                              | 5          |
      | Đã được cải tạo, sửa chữa                   | không      |
      | Đã xuống cấp, hư hỏng, không bảo đảm an toàn | không     |
      | Nhà phải phá dỡ để xây mới                  | có         |
      | Phải sửa chữa khung, tường và thay mới mái  | không      |
    Và ngày xét là 01/03/2025

  Tình huống: Tiêu chí diện tích
    Khi xét "temporary_house_elimination"
    Thì kết quả từng dòng là:
      | Loại hộ gia đình | Diện tích nhà | Số nhân khẩu | kết quả            | không đạt       |
      | Hộ độc thân      | 17,99         | 1            | đủ điều kiện       |                 |
      | Hộ độc thân      | 18            | 1            | không đủ điều kiện | too_small_house |
      | Hộ độc thân      | 18,01         | 1            | không đủ điều kiện | too_small_house |
      | Hộ gia đình      | 29,99         | 4            | đủ điều kiện       |                 |
      | Hộ gia đình      | 30            | 4            | không đủ điều kiện | too_small_house |
      | Hộ gia đình      | 30,01         | 4            | không đủ điều kiện | too_small_house |
      | Hộ gia đình      | 23,99         | 3            | đủ điều kiện       |                 |
      | Hộ gia đình      | 24            | 3            | không đủ điều kiện | too_small_house |
      | Hộ gia đình      | 24,01         | 3            | không đủ điều kiện | too_small_house |

  Tình huống: Cha hoặc mẹ đơn thân: hai cách hiểu khác nhau thì tạm xác định
    Biết "Loại hộ gia đình" là Đơn thân nuôi con
    Và "Số nhân khẩu" là 2
    Và "Diện tích nhà" là 17
    Khi xét "temporary_house_elimination"
    Thì kết quả là "không đủ điều kiện"
    Và kết luận là tạm xác định

  Tình huống: Cha hoặc mẹ đơn thân: hai cách hiểu như nhau thì không phải tạm xác định
    Biết "Loại hộ gia đình" là Đơn thân nuôi con
    Và "Số nhân khẩu" là 2
    Và "Diện tích nhà" là 15
    Khi xét "temporary_house_elimination"
    Thì kết quả là "đủ điều kiện"
    Và kết luận không phải tạm xác định

  Tình huống: Tiêu chí kết cấu: ít nhất hai trong ba bộ phận không bền chắc
    Biết "Không bảo đảm an toàn cho người sử dụng" là có
    Khi xét "temporary_house_elimination"
    Thì kết quả từng dòng là:
      | Nền móng bền chắc | Khung tường bền chắc | Mái bền chắc | kết quả            |
      | không             | có                   | có           | không đủ điều kiện |
      | không             | không                | có           | đủ điều kiện       |
      | có                | không                | không        | đủ điều kiện       |
      | không             | không                | không        | đủ điều kiện       |
      | không             | không                |              | đủ điều kiện       |
      | không             |                      | có           | chưa đủ thông tin  |

  Tình huống: Kết cấu yếu nhưng an toàn: còn cách hiểu khác
    Biết "Nền móng bền chắc" là không
    Và "Mái bền chắc" là không
    Khi xét "temporary_house_elimination"
    Thì kết quả là "không đủ điều kiện"
    Và kết luận là tạm xác định

  Tình huống: Tiêu chí thời gian sử dụng
    Biết "Đã xuống cấp, hư hỏng, không bảo đảm an toàn" là có
    Khi xét "temporary_house_elimination"
    Thì kết quả từng dòng là:
      | Số năm sử dụng | Đã được cải tạo, sửa chữa | kết quả            | không đạt        |
      | 19             | không                     | không đủ điều kiện | old_and_degraded |
      | 20             | không                     | đủ điều kiện       |                  |
      | 21             | không                     | đủ điều kiện       |                  |
      | 21             | có                        | không đủ điều kiện | old_and_degraded |

  Tình huống: Mức hỗ trợ và thời gian của chương trình
    Biết "Diện tích nhà" là 20
    Khi xét "temporary_house_elimination"
    Thì kết quả từng dòng là:
      | Ngày xét   | Xây mới | Sửa chữa | kết quả           | mức hỗ trợ      |
      | 01/08/2024 | có      | không    | chưa đủ thông tin |                 |
      | 19/01/2025 | có      | không    | chưa đủ thông tin |                 |
      | 20/01/2025 | có      | không    | đủ điều kiện      | 60.000.000 đồng |
      | 20/01/2025 | không   | có       | đủ điều kiện      | 30.000.000 đồng |
      | 31/08/2025 | có      | không    | đủ điều kiện      | 60.000.000 đồng |
      | 01/09/2025 | có      | không    | chưa đủ thông tin |                 |
      | 31/12/2025 | có      | không    | chưa đủ thông tin |                 |
      | 01/01/2026 | có      | không    | đã kết thúc       |                 |
      | 18/06/2024 | có      | không    | ngoài phạm vi bộ quy tắc |          |
      | 19/06/2024 | có      | không    | chưa đủ thông tin |                 |

  Tình huống: Trước ngày 20/01/2025 chưa rõ tiêu chí nhà dột nát, không hỏi thêm người dân
    Biết ngày xét là 01/12/2024
    Khi xét "temporary_house_elimination"
    Thì kết quả là "chưa đủ thông tin"
    Và chưa xác định "Nhà ở là nhà tạm, nhà dột nát"
    Và không hỏi "Diện tích nhà"
    Và có lưu ý về "Nhà ở là nhà tạm, nhà dột nát"

  Tình huống: Từng điều kiện không đạt
    Biết "Diện tích nhà" là 20
    Khi xét "temporary_house_elimination"
    Thì kết quả từng dòng là:
      | Diện hộ      | Đã hỗ trợ từ chương trình khác | Đất có tranh chấp | Nhà thuộc trường hợp phải phá dỡ theo Luật Nhà ở, Luật Xây dựng | kết quả            | không đạt                        |
      | Hộ cận nghèo | không                          | không             | không                                                           | đủ điều kiện       |                                  |
      | Không        | không                          | không             | không                                                           | không đủ điều kiện | campaign_household               |
      | Hộ nghèo     | có                             | không             | không                                                           | không đủ điều kiện | no_other_programme               |
      | Hộ nghèo     | không                          | có                | không                                                           | không đủ điều kiện | residential_land_without_dispute |
      | Hộ nghèo     | không                          | không             | có                                                              | không đủ điều kiện | not_for_clearance                |

  Tình huống: Chưa rõ từng thông tin
    Biết "Diện tích nhà" là 20
    Khi xét "temporary_house_elimination"
    Thì kết quả từng dòng là:
      | thông tin                      | giá trị | kết quả           | chưa xác định                    |
      | Diện hộ                        |         | chưa đủ thông tin | campaign_household               |
      | Đã hỗ trợ từ chương trình khác |         | chưa đủ thông tin | no_other_programme               |
      | Đất có tranh chấp              |         | chưa đủ thông tin | residential_land_without_dispute |
      | Nhà thuộc trường hợp phải phá dỡ theo Luật Nhà ở, Luật Xây dựng | | chưa đủ thông tin | not_for_clearance |
      | Loại hộ gia đình               |         | chưa đủ thông tin | too_small_house                  |
      | Đất có tranh chấp              |         | chưa đủ thông tin | land_without_dispute             |
      | Nhà trên đất ở                 |         | chưa đủ thông tin | house_on_residential_land        |
      | Diện hộ                        | Chỉ theo chuẩn nghèo riêng của tỉnh | không đủ điều kiện |     |

  Tình huống: Chưa rõ gì về nhà ở ngoài diện hộ
    Biết "Diện tích nhà" là (trống)
    Và hồ sơ:
      | Nền móng bền chắc                            | (trống) |
      | Khung tường bền chắc                         | (trống) |
      | Mái bền chắc                                 | (trống) |
      | Không bảo đảm an toàn cho người sử dụng      | (trống) |
      | Số năm sử dụng                               | (trống) |
      | Đã xuống cấp, hư hỏng, không bảo đảm an toàn | (trống) |
      | Phải sửa chữa khung, tường và thay mới mái   | (trống) |
      | Nhà phải phá dỡ để xây mới                   | (trống) |
    Khi xét "temporary_house_elimination"
    Thì kết quả là "chưa đủ thông tin"
    Và chưa xác định "dilapidated_house"
    Và chưa xác định "weak_structure"
    Và chưa xác định "weak_roof"
    Và chưa xác định "weak_foundation"
    Và chưa xác định "weak_frame_and_walls"
    Và chưa xác định "unsafe_structure"
    Và chưa xác định "old_and_degraded"
    Và chưa xác định "campaign_without_house"
    Và chưa xác định "dilapidated_or_no_house"

  Tình huống: Hai cách hiểu cùng lúc mới làm thay đổi kết quả
    Biết "Loại hộ gia đình" là Đơn thân nuôi con
    Và "Số nhân khẩu" là 2
    Và "Diện tích nhà" là 17
    Và "Nền móng bền chắc" là không
    Và "Mái bền chắc" là không
    Khi xét "temporary_house_elimination"
    Thì kết quả là "không đủ điều kiện"
    Và kết luận là tạm xác định

  Tình huống: Tiêu chí diện tích chỉ để ngỏ đối với cha hoặc mẹ đơn thân
    Khi xét "temporary_house_elimination"
    Thì kết quả từng dòng là:
      | Loại hộ gia đình  | Diện tích nhà | Số nhân khẩu | kết quả            | tạm xác định |
      | Hộ độc thân       | 17,99         | 1            | đủ điều kiện       | không        |
      | Hộ độc thân       | 18            | 1            | không đủ điều kiện | không        |
      | Hộ độc thân       | 7             | 1            | đủ điều kiện       | không        |
      | Hộ gia đình       | 17            | 2            | không đủ điều kiện | không        |
      | Hộ gia đình       | 29,99         | 4            | đủ điều kiện       | không        |
      | Hộ gia đình       | 30            | 4            | không đủ điều kiện | không        |
      | Hộ gia đình       | 35            | 5            | không đủ điều kiện | không        |
      | Hộ gia đình       | 23,99         | 3            | đủ điều kiện       | không        |
      | Hộ gia đình       | 24            | 3            | không đủ điều kiện | không        |
      | Hộ gia đình       | 26            | 3            | không đủ điều kiện | không        |
      | Đơn thân nuôi con | 17,99         | 2            | không đủ điều kiện | có           |
      | Đơn thân nuôi con | 18            | 2            | không đủ điều kiện | không        |

  Tình huống: Nhà đã sử dụng lâu năm phải vừa bền chắc khi xây vừa xuống cấp
    Biết "Số năm sử dụng" là 25
    Khi xét "temporary_house_elimination"
    Thì kết quả từng dòng là:
      | Nhà xây dựng bằng vật liệu bền chắc | Đã xuống cấp, hư hỏng, không bảo đảm an toàn | kết quả            | không đạt        |
      | có                                  | có                                           | đủ điều kiện       |                  |
      | không                               | có                                           | không đủ điều kiện | old_and_degraded |
      | có                                  | không                                        | không đủ điều kiện | old_and_degraded |

  Tình huống: Đất ở không có tranh chấp, trong từng giai đoạn
    Biết "Diện tích nhà" là 20
    Khi xét "temporary_house_elimination"
    Thì kết quả từng dòng là:
      | Ngày xét   | Nhà trên đất ở | Đất có tranh chấp | kết quả            | không đạt                        | chưa xác định                    |
      | 01/08/2024 | không          | không             | không đủ điều kiện | residential_land_without_dispute |                                  |
      | 01/08/2024 | có             | có                | không đủ điều kiện | residential_land_without_dispute |                                  |
      | 01/08/2024 | có             |                   | chưa đủ thông tin  |                                  | residential_land_without_dispute |
      | 01/12/2024 | không          | không             | không đủ điều kiện | residential_land_without_dispute |                                  |
      | 01/12/2024 | có             | có                | không đủ điều kiện | residential_land_without_dispute |                                  |
      | 01/12/2024 | có             |                   | chưa đủ thông tin  |                                  | residential_land_without_dispute |
      | 01/03/2025 | không          | không             | không đủ điều kiện | residential_land_without_dispute |                                  |

  Tình huống: Tiêu chí nhà dột nát và trường hợp phải phá dỡ áp dụng từ ngày 20/01/2025
    Khi xét "temporary_house_elimination"
    Thì kết quả từng dòng là:
      | Ngày xét   | Diện tích nhà | Nhà thuộc trường hợp phải phá dỡ theo Luật Nhà ở, Luật Xây dựng | kết quả            | không đạt         |
      | 19/01/2025 | 60            | không                                                           | chưa đủ thông tin  |                   |
      | 20/01/2025 | 60            | không                                                           | không đủ điều kiện | dilapidated_house |
      | 19/01/2025 | 20            | có                                                              | chưa đủ thông tin  |                   |
      | 20/01/2025 | 20            | có                                                              | không đủ điều kiện | not_for_clearance |

  Tình huống: Trước ngày 20/01/2025 kết cấu yếu, không an toàn cũng chưa đủ để kết luận
    Biết "Nền móng bền chắc" là không
    Và "Mái bền chắc" là không
    Và "Không bảo đảm an toàn cho người sử dụng" là có
    Khi xét "temporary_house_elimination"
    Thì kết quả từng dòng là:
      | Ngày xét   | kết quả           |
      | 19/01/2025 | chưa đủ thông tin |
      | 20/01/2025 | đủ điều kiện      |

  # Campaign (a): nhà bền chắc 28 m² cho 5 người thuộc tiêu chí diện tích; mức do cấp xã xác định
  Tình huống: Nhà bền chắc 28 m² cho 5 người
    Biết hồ sơ:
      | Diện tích nhà              | 28    |
      | Số nhân khẩu               | 5     |
      | Nhà phải phá dỡ để xây mới | không |
    Khi xét "temporary_house_elimination"
    Thì kết quả là "đủ điều kiện"
    Và đạt "too_small_house"
    Và kết quả từng dòng là:
      | Nhà phải phá dỡ để xây mới | Phải sửa chữa khung, tường và thay mới mái | kết quả      | mức hỗ trợ      |
      | không                      | không                                      | đủ điều kiện |                 |
      |                            |                                            | đủ điều kiện |                 |
      |                            | có                                         | đủ điều kiện | 30 hoặc 60 triệu |
      | có                         |                                            | đủ điều kiện | 60.000.000 đồng |

  # Campaign (b): chỉ các trường hợp phải phá dỡ nêu tại Quyết định 55; nhà có nguy cơ sập đổ vẫn được hỗ trợ
  Tình huống: Nhà có nguy cơ sập đổ không bị loại
    Biết hồ sơ:
      | Diện tích nhà                        | 20 |
      | Nhà có nguy cơ sập đổ, không an toàn | có |
    Khi xét "temporary_house_elimination"
    Thì kết quả là "đủ điều kiện"
    Và không hỏi "Nhà có nguy cơ sập đổ, không an toàn"
    Và kết quả từng dòng là:
      | Nhà phải phá dỡ do giải tỏa, trái quy hoạch, không phép hoặc lấn chiếm | kết quả            | không đạt         | chưa xác định     |
      | có                                                                                                      | không đủ điều kiện | not_for_clearance |                   |
      |                                                                                                         | chưa đủ thông tin  |                   | not_for_clearance |
      | không                                                                                                   | đủ điều kiện       |                   |                   |

  # Campaign (c): đối tượng bị ảnh hưởng thiên tai và ngày kết thúc còn để ngỏ
  Tình huống: Hộ không nghèo bị thiên tai làm hư hỏng nhà; sau ngày 31/8/2025
    Biết "Diện tích nhà" là 20
    Khi xét "temporary_house_elimination"
    Thì kết quả từng dòng là:
      | Ngày xét   | Diện hộ  | Thiệt hại về nhà ở do thiên tai, hỏa hoạn, bất khả kháng | kết quả            | không đạt          | chưa xác định    | tạm xác định |
      | 01/03/2025 | Không    | Đổ, sập, trôi, cháy hoàn toàn                            | không đủ điều kiện | campaign_household |                  | có           |
      | 01/03/2025 | Không    | Hư hỏng nặng                                             | không đủ điều kiện | campaign_household |                  | có           |
      | 01/03/2025 | Không    | Không bị thiệt hại                                       | không đủ điều kiện | campaign_household |                  | không        |
      | 31/08/2025 | Hộ nghèo | Không bị thiệt hại                                       | đủ điều kiện       |                    |                  | không        |
      | 01/09/2025 | Hộ nghèo | Không bị thiệt hại                                       | chưa đủ thông tin  |                    | campaign_running |              |
      | 31/12/2025 | Không    | Không bị thiệt hại                                       | không đủ điều kiện | campaign_household |                  | không        |
      | 01/01/2026 | Hộ nghèo | Không bị thiệt hại                                       | đã kết thúc        |                    |                  |              |

  # Campaign (e): hộ chưa có nhà ở còn là điểm để ngỏ; không hỏi về một ngôi nhà không có
  Tình huống: Hộ chưa có nhà ở
    Biết hồ sơ:
      | Hộ có nhà ở                                  | không   |
      | Diện tích nhà                                | (trống) |
      | Nền móng bền chắc                            | (trống) |
      | Khung tường bền chắc                         | (trống) |
      | Mái bền chắc                                 | (trống) |
      | Không bảo đảm an toàn cho người sử dụng      | (trống) |
      | Số năm sử dụng                               | (trống) |
      | Đã xuống cấp, hư hỏng, không bảo đảm an toàn | (trống) |
      | Nhà phải phá dỡ để xây mới                   | (trống) |
    Khi xét "temporary_house_elimination"
    Thì kết quả là "đủ điều kiện"
    Và kết luận là tạm xác định
    Và đạt "campaign_without_house"
    Và mức hỗ trợ là 60 triệu đồng
    Và không hỏi "Nền, móng bền chắc"
    Và kết quả từng dòng là:
      | Hộ có nhà ở | Diện tích nhà | kết quả           | tạm xác định |
      | không       | 0             | đủ điều kiện      | có           |
      | không       |               | đủ điều kiện      | có           |
      |             |               | chưa đủ thông tin |              |

  # Campaign (f): trước ngày 10/11/2024 chưa thấy quy định về đất ở không tranh chấp
  Tình huống: Đất không phải đất ở hoặc có tranh chấp tháng 7/2024
    Biết "Diện tích nhà" là 20
    Khi xét "temporary_house_elimination"
    Thì kết quả từng dòng là:
      | Ngày xét   | Nhà trên đất ở | Đất có tranh chấp | kết quả            | không đạt                 | chưa xác định             | tạm xác định |
      | 01/07/2024 | không          | không             | không đủ điều kiện | house_on_residential_land |                           | có           |
      | 01/07/2024 | có             | có                | không đủ điều kiện | land_without_dispute      |                           | có           |
      | 01/07/2024 |                | không             | chưa đủ thông tin  |                           | house_on_residential_land |              |
      | 01/07/2024 | có             |                   | chưa đủ thông tin  |                           | land_without_dispute      |              |
      | 10/11/2024 | không          | không             | không đủ điều kiện | house_on_residential_land |                           | không        |
      | 10/11/2024 | có             | có                | không đủ điều kiện | land_without_dispute      |                           | không        |

  # Slot của tỉnh: tỉnh chưa được tra cứu thì tiêu chí riêng của tỉnh còn chưa xác định
  Tình huống: Tỉnh chưa được tra cứu tiêu chí riêng
    Biết "Tỉnh" là Lạng Sơn
    Khi xét "temporary_house_elimination"
    Thì kết quả là "chưa đủ thông tin"
    Và chưa xác định "provincial_criterion"

  # A-2d: mức 60 triệu đồng có từ ngày 10/11/2024; trước đó hộ chưa có nhà ở đủ điều kiện về nguyên tắc, chưa rõ mức.
  Tình huống: Mức của hộ chưa có nhà ở trước và sau ngày 10/11/2024
    Biết hồ sơ:
      | Hộ có nhà ở                                | không   |
      | Diện tích nhà                              | (trống) |
      | Nhà phải phá dỡ để xây mới                 | (trống) |
      | Phải sửa chữa khung, tường và thay mới mái | (trống) |
    Khi xét "temporary_house_elimination"
    Thì kết quả từng dòng là:
      | Ngày xét   | kết quả                                            | mức hỗ trợ      |
      | 09/11/2024 | đủ điều kiện về nguyên tắc, chưa có mức hỗ trợ     |                 |
      | 10/11/2024 | đủ điều kiện                                       | 60.000.000 đồng |

  Tình huống: Mức sửa chữa vào ngày cuối của mục tiêu hoàn thành, và khi chưa rõ có phải sửa chữa hay không
    Biết "Diện tích nhà" là 20
    Và "Nhà phải phá dỡ để xây mới" là không
    Khi xét "temporary_house_elimination"
    Thì kết quả từng dòng là:
      | Ngày xét   | Phải sửa chữa khung, tường và thay mới mái | kết quả      | mức hỗ trợ      | còn thiếu để xác định mức                  |
      | 31/08/2025 | có                                         | đủ điều kiện | 30.000.000 đồng |                                            |
      | 31/08/2025 |                                            | đủ điều kiện |                 | Phải sửa chữa khung, tường và thay mới mái |
