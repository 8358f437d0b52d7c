# language: vi
@luat-2014
Tính năng: Thuê nhà ở xã hội theo Luật Nhà ở 2014

  Bối cảnh: công nhân thường trú, chưa có nhà ở, không phải nộp thuế
    Biết hồ sơ:
      | Nhóm đối tượng                                                  | công nhân  |
      | Có nhà ở                                                        | không      |
      | Có nhà ở thuộc sở hữu tại tỉnh khác                             | không      |
      | Đã mua nhà ở xã hội                                             | không      |
      | Đang thuê nhà ở xã hội                                          | không      |
      | Đã được hỗ trợ nhà ở                                            | không      |
      | Đăng ký cư trú tại tỉnh nơi có dự án                            | Thường trú |
      | Được xác nhận không phải nộp thuế thu nhập cá nhân thường xuyên | có         |
    Và ngày xét là 01/05/2022

  Tình huống: Theo luật cũ thuê cũng phải xét nhà ở, cư trú, thu nhập
    Khi xét "social_housing_rent_2014"
    Thì kết quả từng dòng là:
      | thông tin                            | giá trị | kết quả            | không đạt            | chưa xác định        |
      | Có nhà ở                             | không   | đủ điều kiện       |                      |                      |
      | Đăng ký cư trú tại tỉnh nơi có dự án | Không   | không đủ điều kiện | residence_2014       |                      |
      | Đăng ký cư trú tại tỉnh nơi có dự án |         | chưa đủ thông tin  |                      | ordinary_tenant_2014 |
      | Được xác nhận không phải nộp thuế thu nhập cá nhân thường xuyên | không | không đủ điều kiện | income_2014 | |
      | Đã mua nhà ở xã hội                  | có      | không đủ điều kiện | housing_2014         |                      |
      | Đã mua nhà ở xã hội                  |         | chưa đủ thông tin  |                      | housing_2014         |

  Tình huống: Sinh viên không xét cư trú và thu nhập
    Biết "Nhóm đối tượng" là Sinh viên
    Và "Đăng ký cư trú tại tỉnh nơi có dự án" là Không
    Khi xét "social_housing_rent_2014"
    Thì kết quả là "đủ điều kiện"
    Và đạt "student_tenant_2014"
    Và kết quả từng dòng là:
      | Ngày xét   | kết quả                  |
      | 30/06/2015 | ngoài phạm vi bộ quy tắc |
      | 01/07/2015 | đủ điều kiện             |
      | 31/07/2024 | đủ điều kiện             |

  # Rent: khoản 11 Điều 78 Nghị định 100/2024/NĐ-CP giữ luật cũ cho hồ sơ thuê đang giải quyết.
  Tình huống: Từ ngày 01/8/2024 chỉ còn hồ sơ chuyển tiếp
    Khi xét "social_housing_rent_2014"
    Thì kết quả từng dòng là:
      | Ngày xét   | Hồ sơ nộp trước ngày 01/8/2024 theo Nghị định 100/2015/NĐ-CP và chưa giải quyết xong | Đã mua nhà ở xã hội | kết quả            | không đạt         | chưa xác định     |
      | 01/08/2024 | có                                                                                   | không               | đủ điều kiện       |                   |                   |
      | 01/08/2024 | có                                                                                   | có                  | không đủ điều kiện | tenant_2014       |                   |
      | 01/08/2024 | có                                                                                   |                     | chưa đủ thông tin  |                   | tenant_2014       |
      | 01/08/2024 | không                                                                                | không               | không đủ điều kiện | pending_case_2014 |                   |
      | 01/08/2024 |                                                                                      | không               | chưa đủ thông tin  |                   | pending_case_2014 |

  Tình huống: Chưa rõ đã từng được hỗ trợ hay chưa
    Biết "Nhóm đối tượng" là Sinh viên
    Và "Đã được hỗ trợ nhà ở" là (trống)
    Khi xét "social_housing_rent_2014"
    Thì kết quả là "chưa đủ thông tin"
    Và chưa xác định "student_tenant_2014"

  Tình huống: Hộ nghèo nông thôn không thuê nhà ở xã hội; suy ra học sinh, sinh viên từ nghề nghiệp
    Biết "Đăng ký cư trú tại tỉnh nơi có dự án" là Thường trú
    Khi xét "social_housing_rent_2014"
    Thì kết quả từng dòng là:
      | Nhóm đối tượng     | kết quả            | không đạt            |
      | Hộ nghèo nông thôn | không đủ điều kiện | ordinary_tenant_2014 |

  Tình huống: Suy ra học sinh, sinh viên từ nghề nghiệp
    Biết "Nhóm đối tượng" là (trống)
    Và "Đăng ký cư trú tại tỉnh nơi có dự án" là Không
    Khi xét "social_housing_rent_2014"
    Thì kết quả từng dòng là:
      | Nghề nghiệp | kết quả            | đạt                 | không đạt     | chưa xác định |
      | Sinh viên   | đủ điều kiện       | student_tenant_2014 |               |               |
      | Công nhân   | không đủ điều kiện |                     | group_student |               |
      | (trống)     | chưa đủ thông tin  |                     |               | group_student |
