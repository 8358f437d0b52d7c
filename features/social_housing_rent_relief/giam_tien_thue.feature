# language: vi
@dieu-36 @dieu-65
Tính năng: Giảm tiền thuê nhà ở thuộc tài sản công

  Bối cảnh: hộ nghèo thuê nhà ở xã hội thuộc tài sản công
    Biết hồ sơ:
      | Diện hộ                                                       | Hộ nghèo |
      | Nhóm đối tượng                                                | Lực lượng vũ trang |
      | Đang hưởng trợ cấp xã hội hằng tháng                          | không    |
      | Đang thuê nhà ở xã hội thuộc tài sản công                     | có       |
      | Có tên trong hợp đồng thuê nhà                                | có       |
      | Đã được miễn, giảm tiền thuê nhà                              | không    |
      | Trong hộ còn người thuê khác thuộc diện được giảm tiền thuê   | không    |
      | Đang thuê nhà ở cho lực lượng vũ trang thuộc tài sản công     | không    |
      | Bị thương khi làm nhiệm vụ cấp bách, nguy hiểm                | không    |
      | Trong hộ có người có công hoặc người khuyết tật               | không    |
    Và ngày xét là 01/05/2026

  Tình huống: Mức giảm
    Khi xét "social_housing_rent_relief"
    Thì kết quả từng dòng là:
      | Ngày xét   | Diện hộ                             | Đang hưởng trợ cấp xã hội hằng tháng | Trong hộ còn người thuê khác thuộc diện được giảm tiền thuê | kết quả                  | mức hỗ trợ | tạm xác định |
      | 31/07/2024 | Hộ nghèo                            | không                                | không                                                       | ngoài phạm vi bộ quy tắc |            |              |
      | 01/08/2024 | Hộ nghèo                            | không                                | không                                                       | đủ điều kiện             | giảm 60 %  | không        |
      | 01/05/2026 | Hộ cận nghèo                        | không                                | không                                                       | đủ điều kiện             | giảm 60 %  | không        |
      | 01/05/2026 | Không                               | có                                   | không                                                       | đủ điều kiện             | giảm 60 %  | không        |
      | 01/05/2026 | Không                               | không                                | không                                                       | không đủ điều kiện       |            | không        |
      | 01/05/2026 | Chỉ theo chuẩn nghèo riêng của tỉnh | không                                | không                                                       | không đủ điều kiện       |            | có           |
      | 01/05/2026 | Chỉ theo chuẩn nghèo riêng của tỉnh | có                                   | không                                                       | đủ điều kiện             | giảm 60 %  | không        |
      | 01/05/2026 | Hộ nghèo                            | không                                | có                                                          | đủ điều kiện             | giảm 100 % | không        |

  Tình huống: Nhà ở cho lực lượng vũ trang thuộc tài sản công
    Biết "Đang thuê nhà ở xã hội thuộc tài sản công" là không
    Và "Đang thuê nhà ở cho lực lượng vũ trang thuộc tài sản công" là có
    Và "Bị thương khi làm nhiệm vụ cấp bách, nguy hiểm" là có
    Khi xét "social_housing_rent_relief"
    Thì kết quả từng dòng là:
      | Tỷ lệ tổn thương cơ thể | Trong hộ có người có công hoặc người khuyết tật | kết quả            | mức hỗ trợ |
      | 30                      | không                                           | không đủ điều kiện |            |
      | 31                      | không                                           | đủ điều kiện       | giảm 50 %  |
      | 32                      | không                                           | đủ điều kiện       | giảm 50 %  |
      | 30                      | có                                              | đủ điều kiện       | giảm 50 %  |
      |                         | không                                           | chưa đủ thông tin  |            |
      | 30                      |                                                 | chưa đủ thông tin  |            |

  # Armed forces: khoản 2 Điều 65 Nghị định 100/2024/NĐ-CP chỉ giảm cho đối tượng của khoản 7 Điều 76.
  Tình huống: Người ngoài lực lượng vũ trang không được giảm tiền thuê nhà ở lực lượng vũ trang
    Biết "Đang thuê nhà ở xã hội thuộc tài sản công" là không
    Và "Đang thuê nhà ở cho lực lượng vũ trang thuộc tài sản công" là có
    Và "Trong hộ có người có công hoặc người khuyết tật" là có
    Khi xét "social_housing_rent_relief"
    Thì kết quả từng dòng là:
      | Nhóm đối tượng     | kết quả            | mức hỗ trợ | không đạt          | chưa xác định      |
      | Lực lượng vũ trang | đủ điều kiện       | giảm 50 %  |                    |                    |
      | Công nhân          | không đủ điều kiện |            | group_armed_forces |                    |
      |                    | chưa đủ thông tin  |            |                    | group_armed_forces |

  Tình huống: Từng điều kiện không đạt hoặc chưa rõ
    Khi xét "social_housing_rent_relief"
    Thì kết quả từng dòng là:
      | thông tin                                 | giá trị | kết quả            | không đạt                 | chưa xác định             |
      | Có tên trong hợp đồng thuê nhà            | không   | không đủ điều kiện | named_public_tenant       |                           |
      | Có tên trong hợp đồng thuê nhà            |         | chưa đủ thông tin  |                           | named_public_tenant       |
      | Đã được miễn, giảm tiền thuê nhà          | có      | không đủ điều kiện | relief_not_yet_had_public |                           |
      | Đã được miễn, giảm tiền thuê nhà          |         | chưa đủ thông tin  |                           | relief_not_yet_had_public |
      | Đang thuê nhà ở xã hội thuộc tài sản công | không   | không đủ điều kiện | public_social_tenant      |                           |
      | Đang thuê nhà ở xã hội thuộc tài sản công |         | chưa đủ thông tin  |                           | public_social_tenant      |
      | Diện hộ                                   |         | chưa đủ thông tin  |                           | poor_by_any_line          |
      | Trong hộ còn người thuê khác thuộc diện được giảm tiền thuê | | đủ điều kiện |                         |                           |

  Tình huống: Không nghèo và chưa rõ trợ cấp, chưa rõ nhà ở lực lượng vũ trang
    Biết "Diện hộ" là Không
    Và "Đang hưởng trợ cấp xã hội hằng tháng" là (trống)
    Và "Đang thuê nhà ở cho lực lượng vũ trang thuộc tài sản công" là (trống)
    Và "Bị thương khi làm nhiệm vụ cấp bách, nguy hiểm" là có
    Và "Tỷ lệ tổn thương cơ thể" là 40
    Khi xét "social_housing_rent_relief"
    Thì kết quả là "chưa đủ thông tin"
    Và chưa xác định "social_allowance"
    Và chưa xác định "public_forces_tenant"
    Và chưa xác định "forces_relief_case"

  Tình huống: Ranh giới và các trường hợp không được giảm
    Khi xét "social_housing_rent_relief"
    Thì kết quả từng dòng là:
      | Đang thuê nhà ở xã hội thuộc tài sản công | Đang thuê nhà ở cho lực lượng vũ trang thuộc tài sản công | Bị thương khi làm nhiệm vụ cấp bách, nguy hiểm | Tỷ lệ tổn thương cơ thể | Trong hộ còn người thuê khác thuộc diện được giảm tiền thuê | kết quả            |
      | không                                     | không                                                     | không                                          |                         | có                                                          | không đủ điều kiện |
      | không                                     | có                                                        | có                                             | 30,99                   | không                                                       | không đủ điều kiện |
      | không                                     | có                                                        | không                                          | 40                      | không                                                       | không đủ điều kiện |

  # Audit, chapter 3: Form 01 of Annex II for social housing, Form 03 for armed-forces housing.
  Tình huống: Đơn đề nghị giảm tiền thuê nhà ở xã hội
    Khi xét "social_housing_rent_relief"
    Thì cần giấy tờ "Đơn đăng ký mua, thuê mua, thuê nhà ở xã hội, kèm giấy tờ chứng minh thuộc đối tượng được miễn, giảm tiền thuê"
    Và cần giấy tờ "Giấy chứng nhận hộ nghèo, hộ cận nghèo"
    Và không cần giấy tờ "Đơn đăng ký mua, thuê mua, thuê nhà ở cho lực lượng vũ trang nhân dân, kèm giấy tờ chứng minh thuộc đối tượng được miễn, giảm tiền thuê"

  Tình huống: Đơn đề nghị giảm tiền thuê nhà ở cho lực lượng vũ trang
    Biết "Đang thuê nhà ở xã hội thuộc tài sản công" là không
    Và "Đang thuê nhà ở cho lực lượng vũ trang thuộc tài sản công" là có
    Và "Trong hộ có người có công hoặc người khuyết tật" là có
    Khi xét "social_housing_rent_relief"
    Thì cần giấy tờ "Đơn đăng ký mua, thuê mua, thuê nhà ở cho lực lượng vũ trang nhân dân, kèm giấy tờ chứng minh thuộc đối tượng được miễn, giảm tiền thuê"
    Và không cần giấy tờ "Đơn đăng ký mua, thuê mua, thuê nhà ở xã hội, kèm giấy tờ chứng minh thuộc đối tượng được miễn, giảm tiền thuê"
