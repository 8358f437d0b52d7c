# language: vi
@luat-2014 @chuyen-tiep
Tính năng: Mua, thuê mua nhà ở xã hội theo Luật Nhà ở 2014

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

  Tình huống: Từ ngày 01/8/2024 chỉ còn hồ sơ chuyển tiếp
    Khi xét "social_housing_purchase_2014"
    Thì kết quả từng dòng là:
      | Ngày xét   | Hồ sơ nộp trước ngày 01/8/2024 theo Nghị định 100/2015/NĐ-CP và chưa giải quyết xong | kết quả | không đạt | chưa xác định |
      | 30/06/2015 |       | ngoài phạm vi bộ quy tắc |                   |                   |
      | 01/07/2015 |       | đủ điều kiện             |                   |                   |
      | 31/07/2024 |       | đủ điều kiện             |                   |                   |
      | 01/08/2024 | có    | đủ điều kiện             |                   |                   |
      | 01/08/2024 | không | không đủ điều kiện       | pending_case_2014 |                   |
      | 01/08/2024 |       | chưa đủ thông tin        |                   | pending_case_2014 |

  Tình huống: Diện tích bình quân dưới 10 m² một người
    Biết "Có nhà ở" là có
    Và "Số người đăng ký thường trú tại nhà ở đó" là 4
    Khi xét "social_housing_purchase_2014"
    Thì kết quả từng dòng là:
      | Ngày xét   | Diện tích nhà ở thuộc sở hữu | kết quả            | không đạt             | chưa xác định         |
      | 01/05/2022 | 39,99                        | đủ điều kiện       |                       |                       |
      | 01/05/2022 | 40                           | không đủ điều kiện | no_or_small_home_2014 |                       |
      | 01/05/2022 | 40,01                        | không đủ điều kiện | housing_2014          |                       |
      | 01/05/2022 |                              | chưa đủ thông tin  |                       | no_or_small_home_2014 |
      | 09/12/2015 | 30                           | chưa đủ thông tin  |                       | housing_2014          |
      | 10/12/2015 | 30                           | đủ điều kiện       |                       |                       |

  Tình huống: Cư trú
    Biết "Thời gian đóng bảo hiểm xã hội tại tỉnh" là 12
    Khi xét "social_housing_purchase_2014"
    Thì kết quả từng dòng là:
      | Đăng ký cư trú tại tỉnh nơi có dự án | Thời gian đã tạm trú | Thời gian đóng bảo hiểm xã hội tại tỉnh | kết quả            | không đạt      | chưa xác định  |
      | Tạm trú                              | 11                   | 12                                      | không đủ điều kiện | residence_2014 |                |
      | Tạm trú                              | 12                   | 12                                      | đủ điều kiện       |                |                |
      | Tạm trú                              | 13                   | 13                                      | đủ điều kiện       |                |                |
      | Tạm trú                              | 12                   | 11                                      | không đủ điều kiện | residence_2014 |                |
      | Không                                |                      |                                         | không đủ điều kiện | residence_2014 |                |
      |                                      |                      |                                         | chưa đủ thông tin  |                | residence_2014 |

  Tình huống: Thuế thu nhập cá nhân: xác nhận là căn cứ, nếu chưa có thì tính theo mức giảm trừ
    Biết "Được xác nhận không phải nộp thuế thu nhập cá nhân thường xuyên" là (trống)
    Và "Số người phụ thuộc được giảm trừ" là 1
    Khi xét "social_housing_purchase_2014"
    Thì kết quả từng dòng là:
      | Ngày xét   | Thu nhập hàng tháng sau khi trừ bảo hiểm bắt buộc | kết quả            | tạm xác định |
      | 31/12/2019 | 12.600.000                                        | đủ điều kiện       | có           |
      | 31/12/2019 | 12.600.001                                        | không đủ điều kiện | có           |
      | 01/01/2020 | 15.399.999                                        | đủ điều kiện       | có           |
      | 01/01/2020 | 15.400.000                                        | đủ điều kiện       | có           |
      | 01/01/2020 | 15.400.001                                        | không đủ điều kiện | có           |
      | 01/01/2020 |                                                   | chưa đủ thông tin  |              |

  Tình huống: Từng điều kiện không đạt hoặc chưa rõ
    Khi xét "social_housing_purchase_2014"
    Thì kết quả từng dòng là:
      | thông tin              | giá trị            | kết quả            | không đạt            | chưa xác định        |
      | Nhóm đối tượng         | Hộ nghèo nông thôn | không đủ điều kiện | buying_subject_2014  |                      |
      | Nhóm đối tượng         | Sinh viên          | không đủ điều kiện | buying_subject_2014  |                      |
      | Nhóm đối tượng         |                    | chưa đủ thông tin  |                      | buying_subject_2014  |
      | Nhóm đối tượng         | Người có công      | đủ điều kiện       |                      |                      |
      | Đang thuê nhà ở xã hội | có                 | không đủ điều kiện | nothing_had_2014     |                      |
      | Đang thuê nhà ở xã hội |                    | chưa đủ thông tin  |                      | nothing_had_2014     |
      | Được xác nhận không phải nộp thuế thu nhập cá nhân thường xuyên | không | không đủ điều kiện | not_taxed_2014 | |

  Tình huống: Các nhóm được mua, thuê mua; nhóm không xét thuế thu nhập cá nhân
    Khi xét "social_housing_purchase_2014"
    Thì kết quả từng dòng là:
      | Nhóm đối tượng      | Được xác nhận không phải nộp thuế thu nhập cá nhân thường xuyên | kết quả            | không đạt      |
      | Người có công       | không                                                           | đủ điều kiện       |                |
      | Hộ nghèo đô thị     | không                                                           | đủ điều kiện       |                |
      | Người thu nhập thấp | không                                                           | không đủ điều kiện | not_taxed_2014 |
      | Người thu nhập thấp | có                                                              | đủ điều kiện       |                |
      | Lực lượng vũ trang  | có                                                              | đủ điều kiện       |                |
      | Lực lượng vũ trang  | không                                                           | không đủ điều kiện | not_taxed_2014 |
      | Viên chức           | có                                                              | đủ điều kiện       |                |
      | Khoản 9             | không                                                           | đủ điều kiện       |                |
      | Khoản 10            | không                                                           | đủ điều kiện       |                |

  Tình huống: Hồ sơ chuyển tiếp vẫn phải đủ các điều kiện của Luật Nhà ở 2014
    Biết "Hồ sơ nộp trước ngày 01/8/2024 theo Nghị định 100/2015/NĐ-CP và chưa giải quyết xong" là có
    Và ngày xét là 01/08/2024
    Khi xét "social_housing_purchase_2014"
    Thì kết quả từng dòng là:
      | thông tin                                                       | giá trị   | kết quả            | không đạt           |
      | Nhóm đối tượng                                                  | Sinh viên | không đủ điều kiện | buying_subject_2014 |
      | Đã mua nhà ở xã hội                                             | có        | không đủ điều kiện | housing_2014        |
      | Đăng ký cư trú tại tỉnh nơi có dự án                            | Không     | không đủ điều kiện | residence_2014      |
      | Được xác nhận không phải nộp thuế thu nhập cá nhân thường xuyên | không     | không đủ điều kiện | income_2014         |

  Tình huống: Suy ra nhóm đối tượng của Luật Nhà ở 2014 từ các thông tin gốc
    Biết hồ sơ:
      | Nhóm đối tượng                                         | (trống)   |
      | Nghề nghiệp                                            | Sinh viên |
      | Khu vực                                                | Nông thôn |
      | Diện hộ                                                | Không     |
      | Diện người có công                                     | Không     |
      | Thân nhân liệt sĩ                                      | Không     |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | không     |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | không     |
      | Đã trả lại nhà ở công vụ                               | không     |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở          | không     |
    Khi xét "social_housing_purchase_2014"
    Thì kết quả từng dòng là:
      | Nghề nghiệp    | Khu vực   | Diện hộ      | kết quả            | đạt                    |
      | Sinh viên      | Nông thôn | Không        | không đủ điều kiện |                        |
      | Sinh viên      | Đô thị    | Không        | không đủ điều kiện |                        |
      | Sinh viên      | Đô thị    | Hộ nghèo     | đủ điều kiện       | group_urban_poor       |
      | Sinh viên      | Đô thị    | Hộ cận nghèo | đủ điều kiện       | group_urban_poor       |
      | Sinh viên      | Nông thôn | Hộ nghèo     | không đủ điều kiện |                        |
      | Hộ kinh doanh  | Đô thị    | Không        | đủ điều kiện       | group_urban_low_income |
      | Nghỉ hưu       | Đô thị    | Không        | đủ điều kiện       | group_urban_low_income |
      | Lao động tự do | Đô thị    | Không        | đủ điều kiện       | group_urban_low_income |
      | Lao động tự do | Nông thôn | Không        | không đủ điều kiện |                        |
      | Công nhân      | Nông thôn | Không        | đủ điều kiện       | group_worker           |
      | Bộ đội         | Nông thôn | Không        | đủ điều kiện       | group_armed_forces     |
      | Viên chức      | Nông thôn | Không        | đủ điều kiện       | group_official         |

  Tình huống: Suy ra người trả nhà công vụ, người bị thu hồi đất theo Luật Nhà ở 2014
    Biết hồ sơ:
      | Nhóm đối tượng                                         | (trống)   |
      | Nghề nghiệp                                            | Sinh viên |
      | Khu vực                                                | Nông thôn |
      | Diện hộ                                                | Không     |
      | Diện người có công                                     | Không     |
      | Thân nhân liệt sĩ                                      | Không     |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | không     |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | không     |
    Khi xét "social_housing_purchase_2014"
    Thì kết quả từng dòng là:
      | Đã trả lại nhà ở công vụ | Bị thu hồi nhà ở công vụ do vi phạm | Chưa có nhà ở tại nơi sinh sống sau khi trả nhà công vụ | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở | Đã được Nhà nước bồi thường bằng nhà ở, đất ở | kết quả            | đạt                             |
      | có                       | không                               | có                                                      | không                                         |                                               | đủ điều kiện       | group_returned_official_housing |
      | có                       | có                                  | có                                                      | không                                         |                                               | không đủ điều kiện |                                 |
      | có                       | không                               | không                                                   | không                                         |                                               | không đủ điều kiện |                                 |
      | không                    |                                     |                                                         | có                                            | không                                         | đủ điều kiện       | group_land_recovered            |
      | không                    |                                     |                                                         | có                                            | có                                            | không đủ điều kiện |                                 |
      | không                    |                                     |                                                         | không                                         |                                               | không đủ điều kiện |                                 |
      | (trống)                  | không                               | không                                                   | không                                         |                                               | không đủ điều kiện |                                 |

  Tình huống: Chuẩn nghèo riêng của tỉnh không phải điểm để ngỏ theo Luật Nhà ở 2014
    Biết hồ sơ:
      | Nhóm đối tượng                                         | (trống)                             |
      | Nghề nghiệp                                            | Sinh viên                           |
      | Khu vực                                                | Đô thị                              |
      | Diện hộ                                                | Chỉ theo chuẩn nghèo riêng của tỉnh |
      | Diện người có công                                     | Không                               |
      | Thân nhân liệt sĩ                                      | Không                               |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | không                               |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | không                               |
      | Đã trả lại nhà ở công vụ                               | không                               |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở          | không                               |
    Và ngày xét là 31/07/2024
    Khi xét "social_housing_purchase_2014"
    Thì kết quả là "không đủ điều kiện"
    Và kết luận không phải tạm xác định

  # M13: mức giảm trừ 15,5 và 6,2 triệu đồng từ năm 2026; 11 và 4,4 triệu đồng đến hết năm 2025
  Tình huống: Mức giảm trừ gia cảnh đối với hồ sơ chuyển tiếp
    Biết hồ sơ:
      | Được xác nhận không phải nộp thuế thu nhập cá nhân thường xuyên                      | (trống) |
      | Số người phụ thuộc được giảm trừ                                                     | 1       |
      | Hồ sơ nộp trước ngày 01/8/2024 theo Nghị định 100/2015/NĐ-CP và chưa giải quyết xong | có      |
    Khi xét "social_housing_purchase_2014"
    Thì kết quả từng dòng là:
      | Ngày xét   | Thu nhập hàng tháng sau khi trừ bảo hiểm bắt buộc | kết quả            |
      | 31/12/2025 | 15.400.000                                        | đủ điều kiện       |
      | 31/12/2025 | 15.400.001                                        | không đủ điều kiện |
      | 01/01/2026 | 21.699.999                                        | đủ điều kiện       |
      | 01/01/2026 | 21.700.000                                        | đủ điều kiện       |
      | 01/01/2026 | 21.700.001                                        | không đủ điều kiện |

  # K4, M7: giữa Quyết định 22/2013/QĐ-TTg (đến hết năm 2019) và Nghị định 131/2021/NĐ-CP, người có công được xét theo Pháp lệnh
  Tình huống: Người có công, thân nhân liệt sĩ theo Pháp lệnh, không cần ghi nhóm đối tượng
    Biết hồ sơ:
      | Nhóm đối tượng                                         | (trống)    |
      | Nghề nghiệp                                            | Sinh viên  |
      | Khu vực                                                | Nông thôn  |
      | Diện hộ                                                | Không      |
      | Đã trả lại nhà ở công vụ                               | không      |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở          | không      |
      | Diện người có công                                     | Bệnh binh  |
      | Người có công còn sống                                 | có         |
      | Thân nhân liệt sĩ                                      | Không      |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | có         |
      | Người có công, thân nhân liệt sĩ nêu trong hồ sơ là chính người đứng đơn | có |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | không      |
    Khi xét "social_housing_purchase_2014"
    Thì kết quả từng dòng là:
      | Ngày xét   | Đã được công nhận người có công hoặc thân nhân liệt sĩ | Người có công còn sống | Thân nhân liệt sĩ | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | Riêng thân nhân liệt sĩ đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | kết quả            | đạt                    | không đạt           | chưa xác định       |
      | 31/12/2019 | có                                                     | có                     | Không             | không                                                  |                                                                                | đủ điều kiện       | group_merit            |                     |                     |
      | 01/01/2020 | có                                                     | có                     | Không             | không                                                  |                                                                                | đủ điều kiện       | living_merit_person    |                     |                     |
      | 30/06/2021 | có                                                     | không                  | Không             | không                                                  |                                                                                | không đủ điều kiện |                        | group_merit         |                     |
      | 30/06/2021 | có                                                     |                        | Không             | không                                                  |                                                                                | chưa đủ thông tin  |                        |                     | group_merit         |
      | 30/06/2021 | không                                                  | có                     | Không             | không                                                  |                                                                                | không đủ điều kiện |                        | group_merit         |                     |
      | 30/06/2021 |                                                        | có                     | Không             | không                                                  |                                                                                | chưa đủ thông tin  |                        |                     | group_merit         |
      | 30/06/2021 | có                                                     | không                  | Con               | có                                                     | không                                                                          | đủ điều kiện       | relative_not_suspended |                     |                     |
      | 30/06/2021 | có                                                     | có                     | Không             | có                                                     |                                                                                | không đủ điều kiện |                        | group_merit         |                     |
      | 30/06/2021 | có                                                     | có                     | Không             |                                                        |                                                                                | chưa đủ thông tin  |                        |                     | group_merit         |
      | 01/07/2021 | có                                                     | có                     | Không             | không                                                  |                                                                                | đủ điều kiện       | living_merit_person    |                     |                     |
      | 14/02/2022 | có                                                     | không                  | Không             | không                                                  |                                                                                | không đủ điều kiện |                        | group_merit         |                     |
      | 14/02/2022 | có                                                     |                        | Không             | không                                                  |                                                                                | chưa đủ thông tin  |                        |                     | group_merit         |
      | 14/02/2022 | có                                                     | không                  | Con               | không                                                  |                                                                                | đủ điều kiện       | relative_of_martyr     |                     |                     |
      | 14/02/2022 | có                                                     | không                  |                   | không                                                  |                                                                                | chưa đủ thông tin  |                        |                     | group_merit         |
