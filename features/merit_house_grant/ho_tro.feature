# language: vi
@dieu-102
Tính năng: Hỗ trợ người có công, thân nhân liệt sĩ về nhà ở

  Bối cảnh: thương binh ở nhà hư hỏng nặng phải phá dỡ
    Biết hồ sơ:
      | Tỉnh                                   | Bắc Ninh           |
      | Diện người có công                     | Thương binh        |
      | Người có công còn sống                 | có                 |
      | Thân nhân liệt sĩ                      | Không              |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | có |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | không |
      | Đang ở tại nhà                         | có                 |
      | Thường trú tại nhà                     | có                 |
      | Hiện trạng nhà                         | Nhà hư hỏng nặng   |
      | Nhà phải phá dỡ để xây mới             | có                 |
      | Phải sửa chữa khung, tường và thay mới mái | không          |
      | Đã hỗ trợ theo Quyết định 22           | không              |

  Tình huống: Mức hỗ trợ theo thời gian
    Khi xét "merit_house_grant"
    Thì kết quả từng dòng là:
      | Ngày xét   | Xây mới | Sửa chữa | kết quả            | mức hỗ trợ      |
      | 01/08/2024 | có      | không    | đủ điều kiện       | chưa có cấp nào quy định mức |
      | 08/01/2025 | có      | không    | đủ điều kiện       | chưa có cấp nào quy định mức |
      | 09/01/2025 | có      | không    | đủ điều kiện       | 60.000.000 đồng |
      | 09/01/2025 | không   | có       | đủ điều kiện       | 30.000.000 đồng |
      | 01/06/2025 | có      | có       | đủ điều kiện       | 60.000.000 đồng |
      | 31/12/2025 | có      | không    | đủ điều kiện       | 60.000.000 đồng |
      | 31/12/2025 | không   | có       | đủ điều kiện       | 30.000.000 đồng |
      | 01/01/2026 | có      | không    | đủ điều kiện       | chưa có cấp nào quy định mức |
      | 01/01/2026 | không   | có       | đủ điều kiện       | chưa có cấp nào quy định mức |
      | 01/06/2025 | không   | không    | không đủ điều kiện |                 |

  Tình huống: Nhà phải phá dỡ ngày 01/6/2025
    Biết ngày xét là 01/06/2025
    Khi xét "merit_house_grant"
    Thì kết quả là "đủ điều kiện"
    Và mức hỗ trợ là 60 triệu đồng
    Và kết luận không phải tạm xác định

  Tình huống: Nhà phải phá dỡ ngày 01/6/2026, mức hỗ trợ đã hết hiệu lực
    Biết ngày xét là 01/06/2026
    Khi xét "merit_house_grant"
    Thì kết quả là "đủ điều kiện"
    Và mức hỗ trợ là "chưa có cấp nào quy định mức"
    Và kết luận là tạm xác định
    Và có lưu ý về "Mức hỗ trợ người có công xây mới nhà ở"

  Tình huống: Từng điều kiện không đạt
    Biết ngày xét là 01/06/2025
    Khi xét "merit_house_grant"
    Thì kết quả từng dòng là:
      | Đang ở tại nhà | Thường trú tại nhà | Hiện trạng nhà   | Đã hỗ trợ theo Quyết định 22 | kết quả            | không đạt                    |
      | không          | có                 | Nhà tạm          | không                        | không đủ điều kiện | lives_there                  |
      | có             | không              | Nhà tạm          | không                        | không đủ điều kiện | registered_there             |
      | có             | có                 | Tốt              | không                        | không đủ điều kiện | house_in_bad_state           |
      | có             | có                 | Nhà tạm          | có                           | không đủ điều kiện | not_supported_by_decision_22 |
      | có             | có                 | Nhà tạm          | không                        | đủ điều kiện       |                              |

  Tình huống: Ai là người có công, thân nhân liệt sĩ
    Biết ngày xét là 01/06/2025
    Khi xét "merit_house_grant"
    Thì kết quả từng dòng là:
      | Diện người có công | Người có công còn sống | Thân nhân liệt sĩ | kết quả            | không đạt  |
      | Thương binh        | không                  | Không             | không đủ điều kiện | merit_case |
      | Không              |                        | Con               | đủ điều kiện       |            |
      | Không              |                        | Vợ                | đủ điều kiện       |            |
      | Không              |                        | Vợ tái giá        | không đủ điều kiện | merit_case |
      | Không              |                        | Người thân khác   | không đủ điều kiện | merit_case |
      | Bệnh binh          | có                     | Vợ tái giá        | đủ điều kiện       |            |

  Tình huống: Bị tạm đình chỉ chế độ ưu đãi
    Biết "Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi" là có
    Và ngày xét là 01/06/2025
    Khi xét "merit_house_grant"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "merit_not_suspended" theo "Điều 54 Pháp lệnh 02/2020/UBTVQH14"

  Tình huống: Chưa rõ hiện trạng nhà
    Biết "Hiện trạng nhà" là (trống)
    Và ngày xét là 01/06/2025
    Khi xét "merit_house_grant"
    Thì kết quả là "chưa đủ thông tin"
    Và còn thiếu "Tình trạng nhà ở"
    Và không hỏi "Thu nhập"

  Tình huống: Người có công đã mất: chỉ còn tùy việc đã được lập danh sách hay chưa
    Biết "Người có công còn sống" là không
    Và ngày xét là 01/06/2025
    Khi xét "merit_house_grant"
    Thì kết quả từng dòng là:
      | Đã được lập danh sách hỗ trợ khi còn sống | kết quả            | tạm xác định |
      | không                                     | không đủ điều kiện | không        |
      | có                                        | không đủ điều kiện | có           |

  Tình huống: Mỗi thông tin đều cần
    Biết ngày xét là 01/06/2025
    Khi xét "merit_house_grant"
    Thì kết quả từng dòng là:
      | thông tin                                               | giá trị | kết quả           | còn thiếu                                               | chưa xác định                |
      | Diện người có công                                      |         | chưa đủ thông tin | Diện người có công                                      | living_merit_person          |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ  |         | chưa đủ thông tin | Đã được công nhận người có công hoặc thân nhân liệt sĩ  | merit_recognition            |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi  |         | chưa đủ thông tin | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi  | merit_not_suspended          |
      | Đang ở tại nhà                                          |         | chưa đủ thông tin | Hộ hiện đang ở tại nhà này                              | lives_there                  |
      | Thường trú tại nhà                                      |         | chưa đủ thông tin | Hộ đăng ký thường trú tại nhà này                       | registered_there             |
      | Đã hỗ trợ theo Quyết định 22                            |         | chưa đủ thông tin | Đã hỗ trợ theo Quyết định 22                            | not_supported_by_decision_22 |
      | Nhà phải phá dỡ để xây mới                              |         | chưa đủ thông tin | Nhà phải phá dỡ để xây mới                              | house_must_be_rebuilt        |
      | Phải sửa chữa khung, tường và thay mới mái              |         | đủ điều kiện      |                                                         |                              |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ  | không   | không đủ điều kiện |                                                        |                              |

  Tình huống: Chưa rõ cả hai mức sửa chữa, xây mới
    Biết ngày xét là 01/06/2025
    Và "Nhà phải phá dỡ để xây mới" là (trống)
    Và "Phải sửa chữa khung, tường và thay mới mái" là (trống)
    Khi xét "merit_house_grant"
    Thì kết quả là "chưa đủ thông tin"
    Và chưa xác định "house_needs_repair"

  Tình huống: Thứ tự ưu tiên không làm thay đổi kết quả
    Biết ngày xét là 01/06/2025
    Và hồ sơ:
      | Nhà có nguy cơ sập đổ, không an toàn | không |
      | Người có công cao tuổi               | có    |
      | Hộ dân tộc thiểu số                  | không |
      | Hộ có hoàn cảnh khó khăn             | có    |
      | Thuộc vùng thường xuyên xảy ra thiên tai | không |
    Khi xét "merit_house_grant"
    Thì kết quả là "đủ điều kiện"
    Và thuộc diện ưu tiên "elderly_person"
    Và thuộc diện ưu tiên "Hộ người có công có hoàn cảnh khó khăn"
    Và cần giấy tờ "Đơn đề nghị hỗ trợ nhà ở của người có công"
    Và không cần giấy tờ "Giấy chứng nhận thân nhân liệt sĩ"
    Và kết quả từng dòng là:
      | thông tin                                | giá trị | kết quả      |
      | Nhà có nguy cơ sập đổ, không an toàn     | có      | đủ điều kiện |
      | Người có công cao tuổi                   | không   | đủ điều kiện |
      | Hộ dân tộc thiểu số                      | có      | đủ điều kiện |
      | Hộ có hoàn cảnh khó khăn                 | không   | đủ điều kiện |
      | Thuộc vùng thường xuyên xảy ra thiên tai | có      | đủ điều kiện |

  Tình huống: Người có công nuôi liệt sĩ cũng được hỗ trợ
    Biết "Diện người có công" là Không
    Và "Thân nhân liệt sĩ" là Người có công nuôi liệt sĩ
    Và ngày xét là 01/06/2025
    Khi xét "merit_house_grant"
    Thì kết quả là "đủ điều kiện"
    Và đạt "relative_of_martyr"

  Tình huống: Người có công đã mất trước khi được hỗ trợ: điểm để ngỏ chỉ có từ Nghị định 131
    Biết "Người có công còn sống" là không
    Và "Đã được lập danh sách hỗ trợ khi còn sống" là có
    Khi xét "merit_house_grant"
    Thì kết quả từng dòng là:
      | Ngày xét   | kết quả            | tạm xác định |
      | 14/02/2022 | đã kết thúc        |              |
      | 15/02/2022 | không đủ điều kiện | có           |

  # K4: việc đình chỉ của người chồng không làm mất quyền riêng của người vợ là con liệt sĩ
  Tình huống: Chồng bị tạm đình chỉ, vợ là con liệt sĩ
    Biết "Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi" là có
    Và "Thân nhân liệt sĩ" là Con
    Và ngày xét là 01/06/2025
    Khi xét "merit_house_grant"
    Thì kết quả từng dòng là:
      | Diện người có công | Riêng thân nhân liệt sĩ đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | kết quả            | đạt                    | không đạt              | chưa xác định          |
      | Thương binh        | không                                                                          | đủ điều kiện       | relative_not_suspended |                        |                        |
      | Thương binh        | có                                                                             | không đủ điều kiện |                        | relative_not_suspended |                        |
      | Thương binh        |                                                                                | chưa đủ thông tin  |                        |                        | relative_not_suspended |
      | Không              |                                                                                | không đủ điều kiện |                        | relative_not_suspended |                        |

  # M10
  Tình huống: Hộ phải có tên trong Đề án của tỉnh
    Biết ngày xét là 01/06/2025
    Khi xét "merit_house_grant"
    Thì có lưu ý về "Hỗ trợ người có công, thân nhân liệt sĩ xây mới hoặc sửa chữa nhà ở"
