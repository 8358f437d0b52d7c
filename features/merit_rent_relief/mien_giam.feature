# language: vi
@dieu-100
Tính năng: Miễn, giảm tiền thuê nhà ở cho người có công, thân nhân liệt sĩ

  Bối cảnh: thương binh thuê nhà ở xã hội thuộc tài sản công
    Biết hồ sơ:
      | Diện người có công                                     | Thương binh |
      | Người có công còn sống                                 | có          |
      | Thân nhân liệt sĩ                                      | Không       |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | có          |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | không       |
      | Tỷ lệ tổn thương cơ thể                                | 45          |
      | Đồng thời được công nhận diện                          | Không       |
      | Đang thuê nhà ở xã hội thuộc tài sản công              | có          |
      | Đang thuê nhà ở cũ thuộc sở hữu nhà nước               | không       |
      | Có tên trong hợp đồng thuê nhà                         | có          |
      | Đã được miễn, giảm tiền thuê nhà                       | không       |
      | Đang sống cô đơn, không nơi nương tựa                  | không       |
      | Trong hộ còn người thuê khác thuộc diện được giảm tiền thuê | không  |
    Và ngày xét là 01/05/2026

  Tình huống: Mức theo tỷ lệ tổn thương cơ thể
    Khi xét "merit_rent_relief"
    Thì kết quả từng dòng là:
      | Tỷ lệ tổn thương cơ thể | kết quả            | mức hỗ trợ | đạt            |
      | 20                      | không đủ điều kiện |            |                |
      | 21                      | đủ điều kiện       | giảm 70 %  | disabled_21    |
      | 22                      | đủ điều kiện       | giảm 70 %  | merit_band_70  |
      | 40                      | đủ điều kiện       | giảm 70 %  | disabled_21    |
      | 41                      | đủ điều kiện       | giảm 80 %  | merit_band_80  |
      | 42                      | đủ điều kiện       | giảm 80 %  | merit_band_80  |
      | 60                      | đủ điều kiện       | giảm 80 %  | merit_band_80  |
      | 61                      | đủ điều kiện       | giảm 90 %  | disabled_61    |
      | 62                      | đủ điều kiện       | giảm 90 %  | merit_band_90  |
      | 80                      | đủ điều kiện       | giảm 90 %  | disabled_61    |
      | 81                      | đủ điều kiện       | giảm 100 % | disabled_81    |
      | 82                      | đủ điều kiện       | giảm 100 % | merit_band_100 |
      |                         | chưa đủ thông tin  |            |                |

  Tình huống: Mức theo diện
    Biết "Tỷ lệ tổn thương cơ thể" là (trống)
    Khi xét "merit_rent_relief"
    Thì kết quả từng dòng là:
      | Diện người có công                                | Hình thức khen thưởng người có công giúp đỡ cách mạng | Đồng thời được công nhận diện | kết quả      | mức hỗ trợ | đạt                   |
      | Cán bộ lão thành cách mạng                        |                                                       |                               | đủ điều kiện | giảm 100 % | named_exempt_category |
      | Bà mẹ Việt Nam anh hùng                           |                                                       |                               | đủ điều kiện | giảm 100 % | merit_band_100        |
      | Cán bộ tiền khởi nghĩa                            |                                                       | Không                         | đủ điều kiện | giảm 90 %  | activist_of_1945      |
      | Bị địch bắt tù, đày                               |                                                       |                               | đủ điều kiện | ít nhất giảm 70 %| imprisoned_activist   |
      | Hoạt động kháng chiến                             |                                                       |                               | đủ điều kiện | ít nhất giảm 65 %| resistance_activist   |
      | Người có công giúp đỡ cách mạng                   | Huân chương kháng chiến                               | Không                         | đủ điều kiện | giảm 70 %  | honoured_helper       |
      | Người có công giúp đỡ cách mạng                   | Huy chương kháng chiến                                | Không                         | đủ điều kiện | giảm 65 %  | medal_helper          |
      | Người có công giúp đỡ cách mạng                   | Huân chương kháng chiến                               | Người hoạt động kháng chiến   | đủ điều kiện | giảm 65 %  | resistance_activist   |
      | Người có công giúp đỡ cách mạng                   | Huân chương kháng chiến                               | Người hoạt động cách mạng trước ngày 01/01/1945 | đủ điều kiện | giảm 100 % | merit_band_100 |

  Tình huống: Thân nhân liệt sĩ
    Biết "Diện người có công" là Không
    Và "Thân nhân liệt sĩ" là Mẹ
    Khi xét "merit_rent_relief"
    Thì kết quả từng dòng là:
      | Đang hưởng trợ cấp tuất nuôi dưỡng hằng tháng | kết quả      | mức hỗ trợ | đạt                         |
      | không                                         | đủ điều kiện | giảm 70 %  | martyr_relative_reduced     |
      | có                                            | đủ điều kiện | giảm 100 % | survivor_allowance_relative |

  Tình huống: Sống cô đơn hoặc trong hộ có hai người được giảm thì được miễn
    Khi xét "merit_rent_relief"
    Thì kết quả từng dòng là:
      | thông tin                                                   | giá trị | kết quả      | mức hỗ trợ |
      | Đang sống cô đơn, không nơi nương tựa                       | có      | đủ điều kiện | giảm 100 % |
      | Trong hộ còn người thuê khác thuộc diện được giảm tiền thuê | có      | đủ điều kiện | giảm 100 % |
      | Đang sống cô đơn, không nơi nương tựa                       |         | đủ điều kiện | ít nhất giảm 80 %|
      | Trong hộ còn người thuê khác thuộc diện được giảm tiền thuê |         | đủ điều kiện | ít nhất giảm 80 %|

  Tình huống: Từng điều kiện không đạt hoặc chưa rõ
    Khi xét "merit_rent_relief"
    Thì kết quả từng dòng là:
      | thông tin                                              | giá trị | kết quả            | không đạt          | chưa xác định      |
      | Đang thuê nhà ở xã hội thuộc tài sản công              | không   | không đủ điều kiện | rents_state_housing |                   |
      | Đang thuê nhà ở xã hội thuộc tài sản công              |         | chưa đủ thông tin  |                    | state_tenant       |
      | Có tên trong hợp đồng thuê nhà                         | không   | không đủ điều kiện | named_tenant       |                    |
      | Có tên trong hợp đồng thuê nhà                         |         | chưa đủ thông tin  |                    | named_tenant       |
      | Đã được miễn, giảm tiền thuê nhà                       | có      | không đủ điều kiện | relief_not_yet_had |                    |
      | Đã được miễn, giảm tiền thuê nhà                       |         | chưa đủ thông tin  |                    | relief_not_yet_had |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | không   | không đủ điều kiện | merit_recognition  |                    |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ |         | chưa đủ thông tin  |                    | merit_case         |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | có      | không đủ điều kiện | merit_not_suspended |                   |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi |         | chưa đủ thông tin  |                    | merit_not_suspended |

  Tình huống: Nhà ở cũ thuộc sở hữu nhà nước; ngày áp dụng
    Biết "Đang thuê nhà ở xã hội thuộc tài sản công" là không
    Và "Đang thuê nhà ở cũ thuộc sở hữu nhà nước" là có
    Khi xét "merit_rent_relief"
    Thì kết quả từng dòng là:
      | Ngày xét   | kết quả                  |
      | 14/02/2022 | ngoài phạm vi bộ quy tắc |
      | 15/02/2022 | đủ điều kiện             |
      | 31/07/2024 | đủ điều kiện             |
      | 01/08/2024 | đủ điều kiện             |

  Tình huống: Chưa rõ diện người có công
    Biết hồ sơ:
      | Diện người có công                            | (trống) |
      | Người có công còn sống                        | (trống) |
      | Thân nhân liệt sĩ                             | (trống) |
      | Tỷ lệ tổn thương cơ thể                       | (trống) |
    Khi xét "merit_rent_relief"
    Thì kết quả là "chưa đủ thông tin"
    Và chưa xác định "living_merit_person"
    Và chưa xác định "relative_of_martyr"
    Và chưa xác định "any_merit_band"

  Tình huống: Người nhiễm chất độc hóa học không có tỷ lệ tổn thương thì cần xem xét
    Biết "Diện người có công" là Chất độc da cam
    Và "Tỷ lệ tổn thương cơ thể" là (trống)
    Khi xét "merit_rent_relief"
    Thì kết quả là "chưa đủ thông tin"
    Và còn thiếu "Tỷ lệ tổn thương cơ thể"

  Tình huống: Tỷ lệ tổn thương cơ thể sát dưới từng mức
    Khi xét "merit_rent_relief"
    Thì kết quả từng dòng là:
      | Tỷ lệ tổn thương cơ thể | kết quả            | mức hỗ trợ |
      | 20,99                   | không đủ điều kiện |            |
      | 40,99                   | đủ điều kiện       | giảm 70 %  |
      | 60,99                   | đủ điều kiện       | giảm 80 %  |
      | 80,99                   | đủ điều kiện       | giảm 90 %  |

  Tình huống: Người nhiễm chất độc hóa học hưởng theo tỷ lệ; diện khác thì tỷ lệ không làm tăng mức
    Khi xét "merit_rent_relief"
    Thì kết quả từng dòng là:
      | Diện người có công     | Tỷ lệ tổn thương cơ thể | kết quả      | mức hỗ trợ |
      | Nhiễm chất độc hóa học | 30                      | đủ điều kiện | giảm 70 %  |
      | Nhiễm chất độc hóa học | 50                      | đủ điều kiện | giảm 80 %  |
      | Nhiễm chất độc hóa học | 70                      | đủ điều kiện | giảm 90 %  |
      | Nhiễm chất độc hóa học | 85                      | đủ điều kiện | giảm 100 % |
      | Hoạt động kháng chiến  | 30                      | đủ điều kiện | giảm 65 %  |
      | Hoạt động kháng chiến  | 50                      | đủ điều kiện | giảm 65 %  |
      | Hoạt động kháng chiến  | 70                      | đủ điều kiện | giảm 65 %  |
      | Hoạt động kháng chiến  | 85                      | đủ điều kiện | giảm 65 %  |

  Tình huống: Mức của các diện khác
    Biết "Tỷ lệ tổn thương cơ thể" là (trống)
    Khi xét "merit_rent_relief"
    Thì kết quả từng dòng là:
      | Diện người có công                          | Hình thức khen thưởng người có công giúp đỡ cách mạng          | Đồng thời được công nhận diện                                         | kết quả            | mức hỗ trợ |
      | Anh hùng Lực lượng vũ trang nhân dân        |                                                                |                                                                       | đủ điều kiện       | giảm 100 % |
      | Anh hùng Lao động trong thời kỳ kháng chiến |                                                                |                                                                       | đủ điều kiện       | giảm 100 % |
      | Cán bộ tiền khởi nghĩa                      |                                                                | Người hoạt động cách mạng trước ngày 01/01/1945                       | đủ điều kiện       | giảm 100 % |
      | Người có công giúp đỡ cách mạng             | Huân chương kháng chiến                                        | Người hoạt động cách mạng từ 01/01/1945 đến khởi nghĩa tháng Tám 1945 | đủ điều kiện       | giảm 90 %  |
      | Người có công giúp đỡ cách mạng             | Kỷ niệm chương “Tổ quốc ghi công” hoặc Bằng “Có công với nước” | Không                                                                 | đủ điều kiện       | giảm 70 %  |
      | Người có công giúp đỡ cách mạng             | Không                                                          | Không                                                                 | không đủ điều kiện |            |

  Tình huống: Mức chỉ tính cho người có công còn sống, dù đã được lập danh sách
    Biết "Người có công còn sống" là không
    Và "Đã được lập danh sách hỗ trợ khi còn sống" là có
    Khi xét "merit_rent_relief"
    Thì kết quả từng dòng là:
      | Diện người có công              | Tỷ lệ tổn thương cơ thể | Hình thức khen thưởng người có công giúp đỡ cách mạng | Đồng thời được công nhận diện | kết quả            | tạm xác định |
      | Thương binh                     | 30                      |                                                       |                               | không đủ điều kiện | không        |
      | Thương binh                     | 50                      |                                                       |                               | không đủ điều kiện | không        |
      | Thương binh                     | 70                      |                                                       |                               | không đủ điều kiện | không        |
      | Thương binh                     | 85                      |                                                       |                               | không đủ điều kiện | không        |
      | Cán bộ lão thành cách mạng      |                         |                                                       |                               | không đủ điều kiện | không        |
      | Cán bộ tiền khởi nghĩa          |                         |                                                       | Không                         | không đủ điều kiện | không        |
      | Bị địch bắt tù, đày             |                         |                                                       |                               | không đủ điều kiện | không        |
      | Hoạt động kháng chiến           |                         |                                                       |                               | không đủ điều kiện | không        |
      | Người có công giúp đỡ cách mạng |                         | Huân chương kháng chiến                               | Không                         | không đủ điều kiện | không        |
      | Người có công giúp đỡ cách mạng |                         | Huy chương kháng chiến                                | Không                         | không đủ điều kiện | không        |

  Tình huống: Từng quan hệ với liệt sĩ
    Biết "Diện người có công" là Không
    Khi xét "merit_rent_relief"
    Thì kết quả từng dòng là:
      | Thân nhân liệt sĩ          | Đang hưởng trợ cấp tuất nuôi dưỡng hằng tháng | kết quả            | mức hỗ trợ |
      | Vợ                         | không                                         | đủ điều kiện       | giảm 70 %  |
      | Vợ                         | có                                            | đủ điều kiện       | giảm 100 % |
      | Con                        | không                                         | đủ điều kiện       | giảm 70 %  |
      | Con                        | có                                            | đủ điều kiện       | giảm 100 % |
      | Người có công nuôi liệt sĩ | không                                         | đủ điều kiện       | giảm 70 %  |
      | Người có công nuôi liệt sĩ | có                                            | đủ điều kiện       | giảm 100 % |
      | Người thân khác            |                                               | không đủ điều kiện |            |

  Tình huống: Các điều kiện khi thuê nhà trước ngày 01/8/2024
    Biết ngày xét là 01/06/2023
    Khi xét "merit_rent_relief"
    Thì kết quả từng dòng là:
      | thông tin                                                   | giá trị | kết quả            | mức hỗ trợ | không đạt          | chưa xác định      |
      | Có tên trong hợp đồng thuê nhà                              | không   | không đủ điều kiện |            | named_tenant       |                    |
      | Có tên trong hợp đồng thuê nhà                              |         | chưa đủ thông tin  |            |                    | named_tenant       |
      | Đã được miễn, giảm tiền thuê nhà                            | có      | không đủ điều kiện |            | relief_not_yet_had |                    |
      | Đã được miễn, giảm tiền thuê nhà                            |         | chưa đủ thông tin  |            |                    | relief_not_yet_had |
      | Trong hộ còn người thuê khác thuộc diện được giảm tiền thuê | có      | đủ điều kiện       | giảm 100 % |                    |                    |
      | Trong hộ còn người thuê khác thuộc diện được giảm tiền thuê | không   | đủ điều kiện       | giảm 80 %  |                    |                    |
      | Trong hộ còn người thuê khác thuộc diện được giảm tiền thuê |         | đủ điều kiện       | ít nhất giảm 80 %|                    |                    |

  # K4: thương binh 25 % đồng thời là cán bộ tiền khởi nghĩa: 90 %, không phải 70 % (khoản 3 Điều 6 Pháp lệnh 02/2020/UBTVQH14)
  Tình huống: Người được công nhận nhiều diện hưởng mức cao nhất của một diện
    Biết "Tỷ lệ tổn thương cơ thể" là 25
    Khi xét "merit_rent_relief"
    Thì kết quả từng dòng là:
      | Diện người có công    | Đồng thời được công nhận diện                                        | mức hỗ trợ | kết quả      |
      | Thương binh           | Người hoạt động cách mạng từ 01/01/1945 đến khởi nghĩa tháng Tám 1945 | giảm 90 %  | đủ điều kiện |
      | Thương binh           | Người hoạt động cách mạng trước ngày 01/01/1945                       | giảm 100 % | đủ điều kiện |
      | Thương binh           | Bà mẹ Việt Nam anh hùng                                               | giảm 100 % | đủ điều kiện |
      | Thương binh           | Anh hùng Lực lượng vũ trang nhân dân                                  | giảm 100 % | đủ điều kiện |
      | Thương binh           | Anh hùng Lao động trong thời kỳ kháng chiến                           | giảm 100 % | đủ điều kiện |
      | Thương binh           | Bị địch bắt tù, đày                                                   | giảm 70 %  | đủ điều kiện |
      | Thương binh           | Không                                                                 | giảm 70 %  | đủ điều kiện |
      | Thương binh           |                                                                       | ít nhất giảm 70 %| đủ điều kiện |
      | Hoạt động kháng chiến | Thương binh                                                           | giảm 70 %  | đủ điều kiện |
      | Hoạt động kháng chiến | Bệnh binh                                                             | giảm 70 %  | đủ điều kiện |
      | Hoạt động kháng chiến | Chất độc da cam                                                       | giảm 70 %  | đủ điều kiện |
      | Hoạt động kháng chiến | Bị địch bắt tù, đày                                                   | giảm 70 %  | đủ điều kiện |
      | Hoạt động kháng chiến | Không                                                                 | giảm 65 %  | đủ điều kiện |

  # K1: diện cao hơn còn chưa rõ thì mức chưa phải là mức cuối cùng
  Tình huống: Chưa rõ còn diện khác thì ít nhất giảm 70 %, còn hỏi
    Biết "Tỷ lệ tổn thương cơ thể" là 25
    Và "Đồng thời được công nhận diện" là (trống)
    Khi xét "merit_rent_relief"
    Thì kết quả là "đủ điều kiện"
    Và mức hỗ trợ là "ít nhất giảm 70 %"

  # K4
  Tình huống: Người có công bị đình chỉ thì thân nhân liệt sĩ trong hộ vẫn hưởng mức của mình
    Biết "Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi" là có
    Và "Thân nhân liệt sĩ" là Con
    Và "Tỷ lệ tổn thương cơ thể" là 85
    Và "Đang hưởng trợ cấp tuất nuôi dưỡng hằng tháng" là không
    Khi xét "merit_rent_relief"
    Thì kết quả từng dòng là:
      | Riêng thân nhân liệt sĩ đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | kết quả            | mức hỗ trợ | đạt                     |
      | không                                                                          | đủ điều kiện       | giảm 70 %  | martyr_relative_reduced |
      | có                                                                             | không đủ điều kiện |            |                         |
      |                                                                                | chưa đủ thông tin  |            |                         |

  # Audit, chapter 3: Form 01 of Annex II (Decree 100/2024, Article 37.1.a); chapter 4: not Article 36 in old state housing.
  Tình huống: Giấy tờ của thương binh thuê nhà ở xã hội thuộc tài sản công
    Khi xét "merit_rent_relief"
    Thì cần giấy tờ "Đơn đăng ký mua, thuê mua, thuê nhà ở xã hội, kèm giấy tờ chứng minh thuộc đối tượng được miễn, giảm tiền thuê"
    Và cần giấy tờ "Giấy chứng nhận người có công hoặc quyết định hưởng trợ cấp ưu đãi"
    Và không cần giấy tờ "Giấy chứng nhận thân nhân liệt sĩ"

  Tình huống: Người thuê nhà ở cũ thuộc sở hữu nhà nước
    Biết "Đang thuê nhà ở xã hội thuộc tài sản công" là không
    Và "Đang thuê nhà ở cũ thuộc sở hữu nhà nước" là có
    Khi xét "merit_rent_relief"
    Thì không cần giấy tờ "Đơn đăng ký mua, thuê mua, thuê nhà ở xã hội, kèm giấy tờ chứng minh thuộc đối tượng được miễn, giảm tiền thuê"

  Tình huống: Người thuê nhà ở cũ không có tên trong hợp đồng
    Biết "Đang thuê nhà ở xã hội thuộc tài sản công" là không
    Và "Đang thuê nhà ở cũ thuộc sở hữu nhà nước" là có
    Và "Có tên trong hợp đồng thuê nhà" là không
    Khi xét "merit_rent_relief"
    Thì không đạt "named_tenant" theo "khoản 1 Điều 100 Nghị định 131/2021/NĐ-CP"

  Tình huống: Thân nhân liệt sĩ nộp Giấy chứng nhận thân nhân liệt sĩ
    Biết "Diện người có công" là Không
    Và "Thân nhân liệt sĩ" là Con
    Khi xét "merit_rent_relief"
    Thì cần giấy tờ "Giấy chứng nhận thân nhân liệt sĩ"
    Và không cần giấy tờ "Giấy chứng nhận người có công hoặc quyết định hưởng trợ cấp ưu đãi"

  # K4: diện thứ hai có tỷ lệ tổn thương hưởng theo tỷ lệ
  Tình huống: Người hoạt động kháng chiến đồng thời là thương binh, bệnh binh hoặc nhiễm chất độc hóa học
    Biết "Diện người có công" là Hoạt động kháng chiến
    Khi xét "merit_rent_relief"
    Thì kết quả từng dòng là:
      | Đồng thời được công nhận diện | Tỷ lệ tổn thương cơ thể | kết quả      | mức hỗ trợ |
      | Thương binh | 85 | đủ điều kiện | giảm 100 % |
      | Thương binh | 65 | đủ điều kiện | giảm 90 % |
      | Thương binh | 45 | đủ điều kiện | giảm 80 % |
      | Thương binh | 25 | đủ điều kiện | giảm 70 % |
      | Bệnh binh | 85 | đủ điều kiện | giảm 100 % |
      | Bệnh binh | 65 | đủ điều kiện | giảm 90 % |
      | Bệnh binh | 45 | đủ điều kiện | giảm 80 % |
      | Bệnh binh | 25 | đủ điều kiện | giảm 70 % |
      | Chất độc da cam | 85 | đủ điều kiện | giảm 100 % |
      | Chất độc da cam | 65 | đủ điều kiện | giảm 90 % |
      | Chất độc da cam | 45 | đủ điều kiện | giảm 80 % |
      | Chất độc da cam | 25 | đủ điều kiện | giảm 70 % |

  # K4: mức của người bị đình chỉ không được tính; thân nhân liệt sĩ trong hộ chỉ hưởng mức của mình
  Tình huống: Người có công bị đình chỉ thì không tính mức của người đó
    Biết hồ sơ:
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi                          | có    |
      | Thân nhân liệt sĩ                                                              | Con   |
      | Riêng thân nhân liệt sĩ đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | không |
      | Đang hưởng trợ cấp tuất nuôi dưỡng hằng tháng                                  | không |
    Khi xét "merit_rent_relief"
    Thì kết quả từng dòng là:
      | Diện người có công      | Tỷ lệ tổn thương cơ thể | kết quả      | mức hỗ trợ |
      | Bà mẹ Việt Nam anh hùng |                         | đủ điều kiện | giảm 70 %  |
      | Cán bộ tiền khởi nghĩa  |                         | đủ điều kiện | giảm 70 %  |
      | Thương binh             | 85                      | đủ điều kiện | giảm 70 %  |
      | Thương binh             | 65                      | đủ điều kiện | giảm 70 %  |
      | Thương binh             | 45                      | đủ điều kiện | giảm 70 %  |

  # K4: thân nhân liệt sĩ của một người có công đã bị đình chỉ, chỉ có một diện trong hồ sơ
  Tình huống: Chỉ có thân nhân liệt sĩ và đang bị đình chỉ
    Biết hồ sơ:
      | Diện người có công                                     | Không |
      | Thân nhân liệt sĩ                                      | Con   |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | có    |
    Khi xét "merit_rent_relief"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "relative_not_suspended"

  # K4: người giúp đỡ cách mạng đồng thời thuộc diện khác hưởng mức của diện đó (khoản 4 Điều 39 Pháp lệnh)
  Tình huống: Người giúp đỡ cách mạng đồng thời thuộc diện khác
    Biết "Diện người có công" là Người có công giúp đỡ cách mạng
    Khi xét "merit_rent_relief"
    Thì kết quả từng dòng là:
      | Hình thức khen thưởng người có công giúp đỡ cách mạng                                | Đồng thời được công nhận diện | kết quả      | mức hỗ trợ |
      | Kỷ niệm chương “Tổ quốc ghi công” hoặc Bằng “Có công với nước”                       | Người hoạt động kháng chiến   | đủ điều kiện | giảm 65 %  |
      | Kỷ niệm chương “Tổ quốc ghi công” hoặc Bằng “Có công với nước”                       | Không                         | đủ điều kiện | giảm 70 %  |
      | Kỷ niệm chương “Tổ quốc ghi công” hoặc Bằng “Có công với nước”                       |                               | đủ điều kiện | giảm 65 % hoặc giảm 100 % hoặc giảm 90 % hoặc giảm 80 % hoặc giảm 70 % |
