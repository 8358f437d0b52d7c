# language: vi
@dieu-103 @dieu-106
Tính năng: Miễn, giảm tiền sử dụng đất cho người có công, thân nhân liệt sĩ

  Bối cảnh: bệnh binh được giao đất ở
    Biết hồ sơ:
      | Diện người có công                                     | Bệnh binh   |
      | Người có công còn sống                                 | có          |
      | Thân nhân liệt sĩ                                      | Không       |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | có          |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | không       |
      | Tỷ lệ tổn thương cơ thể                                | 45          |
      | Đồng thời được công nhận diện                          | Không       |
      | Việc phát sinh tiền sử dụng đất                        | Nhà nước giao đất ở |
      | Hộ đã được miễn, giảm tiền sử dụng đất                 | không       |
      | Hộ có thành viên khác cũng được giảm tiền sử dụng đất  | không       |
      | Thương binh, bệnh binh không có khả năng lao động      | không       |
      | Hộ gia đình liệt sĩ không còn lao động chính           | không       |
    Và ngày xét là 01/05/2026

  Tình huống: Mức theo tỷ lệ tổn thương cơ thể
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả từng dòng là:
      | Tỷ lệ tổn thương cơ thể | kết quả            | mức hỗ trợ |
      | 20                      | không đủ điều kiện |            |
      | 21                      | đủ điều kiện       | giảm 70 %  |
      | 40                      | đủ điều kiện       | giảm 70 %  |
      | 41                      | đủ điều kiện       | giảm 80 %  |
      | 60                      | đủ điều kiện       | giảm 80 %  |
      | 61                      | đủ điều kiện       | giảm 90 %  |
      | 80                      | đủ điều kiện       | giảm 90 %  |
      | 81                      | đủ điều kiện       | giảm 100 % |
      |                         | chưa đủ thông tin  |            |

  Tình huống: Cả hộ cộng lại không quá 100 %
    Biết "Hộ có thành viên khác cũng được giảm tiền sử dụng đất" là có
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả từng dòng là:
      | Diện người có công    | Tổng mức giảm của các thành viên khác | kết quả      | mức hỗ trợ |
      | Bệnh binh             | 19                                    | đủ điều kiện | giảm 99 %  |
      | Bệnh binh             | 20                                    | đủ điều kiện | giảm 100 % |
      | Bệnh binh             | 21                                    | đủ điều kiện | giảm 100 % |
      | Bị địch bắt tù, đày   | 29                                    | đủ điều kiện | giảm 99 %  |
      | Hoạt động kháng chiến | 10                                    | đủ điều kiện | giảm 75 %  |
      | Hoạt động kháng chiến | 65                                    | đủ điều kiện | giảm 100 % |

  Tình huống: Cán bộ tiền khởi nghĩa chỉ được miễn khi mua nhà nhiều tầng đang thuê
    Biết "Diện người có công" là Cán bộ tiền khởi nghĩa
    Và "Đồng thời được công nhận diện" là Không
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả từng dòng là:
      | Việc phát sinh tiền sử dụng đất      | Nhà nhiều tầng, nhiều hộ ở mà người mua đang thuê | kết quả      | mức hỗ trợ |
      | Nhà nước giao đất ở                  |                                                   | đủ điều kiện | giảm 90 %  |
      | Mua nhà ở thuộc sở hữu của Nhà nước  | có                                                | đủ điều kiện | giảm 100 % |
      | Mua nhà ở thuộc sở hữu của Nhà nước  | không                                             | đủ điều kiện | giảm 90 %  |
      | Mua nhà ở thuộc sở hữu của Nhà nước  |                                                   | đủ điều kiện | ít nhất giảm 90 %|

  Tình huống: Từng điều kiện không đạt hoặc chưa rõ
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả từng dòng là:
      | thông tin                                              | giá trị         | kết quả            | không đạt             | chưa xác định         |
      | Việc phát sinh tiền sử dụng đất                        | Không phát sinh | không đủ điều kiện | land_fee_arises       |                       |
      | Việc phát sinh tiền sử dụng đất                        |                 | chưa đủ thông tin  |                       | land_fee_arises       |
      | Hộ đã được miễn, giảm tiền sử dụng đất                 | có              | không đủ điều kiện | first_land_fee_relief |                       |
      | Hộ đã được miễn, giảm tiền sử dụng đất                 |                 | chưa đủ thông tin  |                       | first_land_fee_relief |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | không           | không đủ điều kiện | merit_recognition     |                       |
      | Người có công còn sống                                 | không           | không đủ điều kiện | merit_case            |                       |
      | Tỷ lệ tổn thương cơ thể                                |                 | chưa đủ thông tin  |                       | any_merit_band        |

  Tình huống: Ngày áp dụng
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả từng dòng là:
      | Ngày xét   | kết quả                  |
      | 14/02/2022 | ngoài phạm vi bộ quy tắc |
      | 15/02/2022 | đủ điều kiện             |

  Tình huống: Cộng mức giảm của cả hộ cho từng mức
    Biết "Hộ có thành viên khác cũng được giảm tiền sử dụng đất" là có
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả từng dòng là:
      | Diện người có công     | Đồng thời được công nhận diện | Tổng mức giảm của các thành viên khác | kết quả      | mức hỗ trợ |
      | Cán bộ tiền khởi nghĩa | Không                         | 9                                     | đủ điều kiện | giảm 99 %  |
      | Cán bộ tiền khởi nghĩa | Không                         | 10                                    | đủ điều kiện | giảm 100 % |
      | Cán bộ tiền khởi nghĩa | Không                         | 11                                    | đủ điều kiện | giảm 100 % |
      | Bị địch bắt tù, đày    | Không                         | 31                                    | đủ điều kiện | giảm 100 % |

  Tình huống: Người không phải cán bộ tiền khởi nghĩa mua nhà nhiều tầng đang thuê không được miễn vì lý do đó
    Biết "Việc phát sinh tiền sử dụng đất" là Mua nhà ở thuộc sở hữu của Nhà nước
    Và "Nhà nhiều tầng, nhiều hộ ở mà người mua đang thuê" là có
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả là "đủ điều kiện"
    Và mức hỗ trợ là "giảm 80 %"

  # Land fee: chưa rõ thành viên khác thì ít nhất giảm 80 %, còn hỏi; không phải “chưa có mức”
  Tình huống: Chưa rõ trong hộ còn ai được giảm
    Biết "Hộ có thành viên khác cũng được giảm tiền sử dụng đất" là (trống)
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả từng dòng là:
      | Ngày xét   | Tỷ lệ tổn thương cơ thể | Tổng mức giảm của các thành viên khác | kết quả      | mức hỗ trợ |
      | 31/07/2024 | 45                      |                                       | đủ điều kiện | giảm 80 % hoặc chưa xác định được mức |
      | 01/08/2024 | 45                      |                                       | đủ điều kiện | giảm 80 % hoặc chưa xác định được mức |
      | 01/05/2026 | 65                      |                                       | đủ điều kiện | giảm 90 % hoặc chưa xác định được mức |
      | 01/05/2026 | 25                      |                                       | đủ điều kiện | giảm 70 % hoặc chưa xác định được mức |

  # Land fee: mức cộng của hộ, trước và sau Nghị định 103/2024/NĐ-CP
  Tình huống: Mức cộng qua các thời kỳ
    Biết "Hộ có thành viên khác cũng được giảm tiền sử dụng đất" là có
    Và "Tổng mức giảm của các thành viên khác" là 5
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả từng dòng là:
      | Ngày xét   | Hộ có thành viên khác cũng được giảm tiền sử dụng đất | Tỷ lệ tổn thương cơ thể | kết quả      | mức hỗ trợ |
      | 31/07/2024 | có                                                    | 45                      | đủ điều kiện | giảm 85 %  |
      | 31/07/2024 | không                                                 | 45                      | đủ điều kiện | giảm 80 %  |
      | 01/08/2024 | có                                                    | 65                      | đủ điều kiện | giảm 95 %  |
      | 05/11/2025 | có                                                    | 25                      | đủ điều kiện | giảm 75 %  |
      | 06/11/2025 | có                                                    | 45                      | đủ điều kiện | giảm 85 %  |
      | 31/01/2026 | có                                                    | 45                      | đủ điều kiện | giảm 85 %  |

  # M4: miễn theo điểm a khoản 1 Điều 18 Nghị định 103/2024/NĐ-CP; miễn được ưu tiên hơn giảm (khoản 3 Điều 17)
  Tình huống: Thương binh, bệnh binh không có khả năng lao động được miễn
    Biết "Thương binh, bệnh binh không có khả năng lao động" là có
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả từng dòng là:
      | Ngày xét   | Diện người có công    | Đồng thời được công nhận diện | Thương binh, bệnh binh không có khả năng lao động | kết quả      | mức hỗ trợ | đạt                    |
      | 31/07/2024 | Bệnh binh             | Không                         | có                                                | đủ điều kiện | giảm 80 %  | merit_band_80          |
      | 01/08/2024 | Bệnh binh             | Không                         | có                                                | đủ điều kiện | giảm 100 % | invalid_unable_to_work |
      | 01/08/2024 | Thương binh           | Không                         | có                                                | đủ điều kiện | giảm 100 % | exempt_by_land_decree  |
      | 01/08/2024 | Hoạt động kháng chiến | Thương binh                   | có                                                | đủ điều kiện | giảm 100 % | invalid_unable_to_work |
      | 01/08/2024 | Hoạt động kháng chiến | Bệnh binh                     | có                                                | đủ điều kiện | giảm 100 % | invalid_unable_to_work |
      | 01/08/2024 | Chất độc da cam       | Không                         | có                                                | đủ điều kiện | giảm 80 %  | merit_band_80          |
      | 01/08/2024 | Bệnh binh             | Không                         |                                                   | đủ điều kiện | giảm 80 % hoặc giảm 100 % | merit_band_80 |
      | 01/08/2024 | Bệnh binh             | Không                         | không                                             | đủ điều kiện | giảm 80 %  | merit_band_80          |

  # M4
  Tình huống: Hộ gia đình liệt sĩ không còn lao động chính được miễn
    Biết hồ sơ:
      | Diện người có công                            | Không |
      | Thân nhân liệt sĩ                             | Con   |
      | Đang hưởng trợ cấp tuất nuôi dưỡng hằng tháng | không |
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả từng dòng là:
      | Ngày xét   | Hộ gia đình liệt sĩ không còn lao động chính | kết quả      | mức hỗ trợ | đạt                   |
      | 31/07/2024 | có                                           | đủ điều kiện | giảm 70 %  | merit_band_70         |
      | 01/08/2024 | có                                           | đủ điều kiện | giảm 100 % | exempt_by_land_decree |
      | 01/08/2024 | không                                        | đủ điều kiện | giảm 70 %  | merit_band_70         |
      | 01/08/2024 |                                              | đủ điều kiện | giảm 70 % hoặc giảm 100 % | merit_band_70 |

  # M4: người chưa thuộc mức nào mà chưa rõ khả năng lao động, lao động chính
  Tình huống: Chưa rõ khả năng lao động khi tỷ lệ dưới 21 %
    Biết "Tỷ lệ tổn thương cơ thể" là 20
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả từng dòng là:
      | Ngày xét   | Thương binh, bệnh binh không có khả năng lao động | kết quả            | đạt                    | không đạt              | chưa xác định          |
      | 31/07/2024 | có                                                | không đủ điều kiện |                        | any_merit_band         |                        |
      | 01/08/2024 | có                                                | đủ điều kiện       | invalid_unable_to_work |                        |                        |
      | 01/08/2024 | không                                             | không đủ điều kiện |                        | invalid_unable_to_work |                        |
      | 01/08/2024 |                                                   | chưa đủ thông tin  |                        |                        | invalid_unable_to_work |

  # M4: đất trúng đấu giá không được miễn, giảm; đất tái định cư theo quy định riêng; trước ngày 01/8/2024 chưa đối chiếu
  Tình huống: Đất trúng đấu giá, đất tái định cư
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả từng dòng là:
      | Ngày xét   | Việc phát sinh tiền sử dụng đất  | kết quả            | không đạt       | tạm xác định |
      | 31/07/2024 | Trúng đấu giá quyền sử dụng đất  | đủ điều kiện       |                 | có           |
      | 31/07/2024 | Nhà nước giao đất ở              | đủ điều kiện       |                 | không        |
      | 31/07/2024 | Không phát sinh                  | không đủ điều kiện | land_fee_arises | không        |
      | 01/08/2024 | Trúng đấu giá quyền sử dụng đất  | không đủ điều kiện | land_fee_arises | không        |
      | 01/08/2024 | Giao đất tái định cư             | không đủ điều kiện | land_fee_arises | không        |
      | 01/08/2024 | Chuyển mục đích sử dụng sang đất ở | đủ điều kiện     |                 | không        |
      | 01/08/2024 | Công nhận quyền sử dụng đất ở    | đủ điều kiện       |                 | không        |

  Tình huống: Một lần cho một hộ, trước ngày 01/8/2024
    Biết ngày xét là 31/07/2024
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả từng dòng là:
      | thông tin                              | giá trị | kết quả            | không đạt             | chưa xác định         |
      | Hộ đã được miễn, giảm tiền sử dụng đất | có      | không đủ điều kiện | first_land_fee_relief |                       |
      | Hộ đã được miễn, giảm tiền sử dụng đất |         | chưa đủ thông tin  |                       | first_land_fee_relief |
      | Việc phát sinh tiền sử dụng đất        |         | chưa đủ thông tin  |                       | land_fee_arises       |

  # Land fee: mức cao hơn còn để ngỏ khi chưa rõ tỷ lệ tổn thương
  Tình huống: Con liệt sĩ đồng thời là bệnh binh chưa rõ tỷ lệ
    Biết hồ sơ:
      | Thân nhân liệt sĩ                             | Con     |
      | Tỷ lệ tổn thương cơ thể                       | (trống) |
      | Đang hưởng trợ cấp tuất nuôi dưỡng hằng tháng | không   |
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả là "đủ điều kiện"
    Và mức hỗ trợ là "giảm 70 % hoặc giảm 100 % hoặc giảm 90 % hoặc giảm 80 %"
    Và còn thiếu để xác định mức: "Tỷ lệ tổn thương cơ thể"

  Tình huống: Cán bộ tiền khởi nghĩa mua nhà nhiều tầng đang thuê, trước ngày 01/8/2024
    Biết hồ sơ:
      | Diện người có công                                | Cán bộ tiền khởi nghĩa              |
      | Việc phát sinh tiền sử dụng đất                   | Mua nhà ở thuộc sở hữu của Nhà nước |
      | Nhà nhiều tầng, nhiều hộ ở mà người mua đang thuê | có                                  |
    Và ngày xét là 31/07/2024
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả là "đủ điều kiện"
    Và mức hỗ trợ là "giảm 100 %"

  # Audit, chapter 3: land form 01/MGTH (Circular 80/2021, Article 60.1).
  Tình huống: Đề nghị miễn, giảm tiền sử dụng đất theo mẫu của cơ quan thuế
    Khi xét "merit_land_use_fee_relief"
    Thì cần giấy tờ "Văn bản đề nghị miễn, giảm tiền sử dụng đất"
    Và cần giấy tờ "Giấy chứng nhận người có công hoặc quyết định hưởng trợ cấp ưu đãi"

  Tình huống: Chưa rõ việc mua nhà nhiều tầng đang thuê, trước ngày 01/8/2024
    Biết hồ sơ:
      | Diện người có công                                | Cán bộ tiền khởi nghĩa              |
      | Việc phát sinh tiền sử dụng đất                   | Mua nhà ở thuộc sở hữu của Nhà nước |
    Và ngày xét là 31/07/2024
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả là "đủ điều kiện"
    Và mức hỗ trợ là "giảm 90 % hoặc giảm 100 %"

  # M4
  Tình huống: Người thân liệt sĩ chưa rõ lao động chính, người có công đã mất
    Biết hồ sơ:
      | Diện người có công                            | Không   |
      | Thân nhân liệt sĩ                             | Con     |
      | Hộ gia đình liệt sĩ không còn lao động chính  | (trống) |
      | Đang hưởng trợ cấp tuất nuôi dưỡng hằng tháng | không   |
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả là "đủ điều kiện"
    Và mức hỗ trợ là "giảm 70 % hoặc giảm 100 %"

  Tình huống: Chưa rõ thành viên khác, trước ngày 01/8/2024
    Biết "Hộ có thành viên khác cũng được giảm tiền sử dụng đất" là (trống)
    Và ngày xét là 31/07/2024
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả là "đủ điều kiện"
    Và mức hỗ trợ là "giảm 80 % hoặc chưa xác định được mức"
    Và còn thiếu để xác định mức: "Hộ có thành viên khác cũng được giảm tiền sử dụng đất"

  Tình huống: Bà mẹ Việt Nam anh hùng được miễn, trước và sau ngày 01/8/2024
    Biết "Diện người có công" là Bà mẹ Việt Nam anh hùng
    Và "Tỷ lệ tổn thương cơ thể" là (trống)
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả từng dòng là:
      | Ngày xét   | Diện người có công      | kết quả      | mức hỗ trợ | đạt            |
      | 31/07/2024 | Bà mẹ Việt Nam anh hùng | đủ điều kiện | giảm 100 % | merit_band_100 |
      | 01/08/2024 | Bà mẹ Việt Nam anh hùng | đủ điều kiện | giảm 100 % | merit_band_100 |

  # M4: trước ngày 01/8/2024 chỉ đất trúng đấu giá, đất tái định cư còn để ngỏ
  Tình huống: Các việc phát sinh tiền sử dụng đất trước ngày 01/8/2024
    Biết ngày xét là 31/07/2024
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả từng dòng là:
      | Việc phát sinh tiền sử dụng đất     | kết quả      | tạm xác định |
      | Chuyển mục đích sử dụng sang đất ở  | đủ điều kiện | không        |
      | Công nhận quyền sử dụng đất ở       | đủ điều kiện | không        |
      | Mua nhà ở thuộc sở hữu của Nhà nước | đủ điều kiện | không        |
      | Giao đất tái định cư                | đủ điều kiện | có           |

  Tình huống: Người khác mua nhà nhiều tầng đang thuê, trước ngày 01/8/2024
    Biết hồ sơ:
      | Việc phát sinh tiền sử dụng đất                   | Mua nhà ở thuộc sở hữu của Nhà nước |
      | Nhà nhiều tầng, nhiều hộ ở mà người mua đang thuê | có                                  |
    Và ngày xét là 31/07/2024
    Khi xét "merit_land_use_fee_relief"
    Thì mức hỗ trợ là "giảm 80 %"

  # M4: chỉ hộ gia đình liệt sĩ, thương binh còn sống và không bị đình chỉ mới được miễn
  Tình huống: Không phải hộ gia đình liệt sĩ, hoặc thương binh đã mất, bị đình chỉ
    Biết "Thương binh, bệnh binh không có khả năng lao động" là có
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả từng dòng là:
      | Thân nhân liệt sĩ | Hộ gia đình liệt sĩ không còn lao động chính | Người có công còn sống | Thương binh, bệnh binh không có khả năng lao động | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | Riêng thân nhân liệt sĩ đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | Đang hưởng trợ cấp tuất nuôi dưỡng hằng tháng | kết quả      | mức hỗ trợ |
      | Không             | có                                           | có                     | không                                             | không                                                  |                                                                                |                                               | đủ điều kiện | giảm 80 %  |
      | Con               | không                                        | không                  | có                                                | không                                                  | không                                                                          | không                                         | đủ điều kiện | giảm 70 %  |
      | Con               | không                                        | có                     | có                                                | có                                                     | không                                                                          | không                                         | đủ điều kiện | giảm 70 %  |

  # Land fee: cộng mức của cả hộ theo Nghị định 131/2021/NĐ-CP, trước Nghị định 103/2024/NĐ-CP
  Tình huống: Cộng mức giảm của cả hộ trước ngày 01/8/2024
    Biết "Hộ có thành viên khác cũng được giảm tiền sử dụng đất" là có
    Và ngày xét là 31/07/2024
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả từng dòng là:
      | Diện người có công     | Tổng mức giảm của các thành viên khác | kết quả      | mức hỗ trợ |
      | Cán bộ tiền khởi nghĩa | 5                                     | đủ điều kiện | giảm 95 %  |
      | Cán bộ tiền khởi nghĩa | 15                                    | đủ điều kiện | giảm 100 % |
      | Bệnh binh              | 5                                     | đủ điều kiện | giảm 85 %  |
      | Bệnh binh              | 25                                    | đủ điều kiện | giảm 100 % |
      | Bị địch bắt tù, đày    | 5                                     | đủ điều kiện | giảm 75 %  |
      | Bị địch bắt tù, đày    | 35                                    | đủ điều kiện | giảm 100 % |
      | Hoạt động kháng chiến  | 5                                     | đủ điều kiện | giảm 70 %  |
      | Hoạt động kháng chiến  | 40                                    | đủ điều kiện | giảm 100 % |

  # Land fee: người hoạt động kháng chiến giảm 65 %; chưa rõ thành viên khác thì còn hỏi thành viên khác
  Tình huống: Người hoạt động kháng chiến, chưa rõ trong hộ còn ai được giảm
    Biết hồ sơ:
      | Diện người có công                                    | Hoạt động kháng chiến |
      | Đồng thời được công nhận diện                         | Không                 |
      | Tỷ lệ tổn thương cơ thể                               | (trống)               |
      | Hộ có thành viên khác cũng được giảm tiền sử dụng đất | (trống)               |
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả là "đủ điều kiện"
    Và mức hỗ trợ là "giảm 65 % hoặc chưa xác định được mức"
    Và còn thiếu để xác định mức: "Hộ có thành viên khác cũng được giảm tiền sử dụng đất"
