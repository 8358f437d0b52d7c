# language: vi
@dieu-30
Tính năng: Điều kiện về thu nhập khi mua, thuê mua nhà ở xã hội

  Bối cảnh: công nhân chưa có nhà ở, chưa hưởng chính sách nhà ở
    Biết hồ sơ:
      | Tỉnh                            | Bắc Ninh    |
      | Nhóm đối tượng                  | công nhân   |
      | Tình trạng hôn nhân             | độc thân    |
      | Đang nuôi con dưới tuổi thành niên | không    |
      | Có tên trong Giấy chứng nhận    | không       |
      | Có nhà ở                        | không       |
      | Đã mua nhà ở xã hội             | không       |
      | Đã được hỗ trợ nhà ở            | không       |
      | Đang ở nhà ở công vụ            | không       |
      | Đăng ký tại dự án khác          | không       |
      | Nguồn vốn xây dựng dự án | Chủ đầu tư |
      | Đang thuê nhà ở xã hội | không |

  Tình huống: Độc thân thu nhập 22 triệu đồng trước ngày 07/4/2026
    Biết "Thu nhập" là 22.000.000
    Và ngày xét là 15/01/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "income_within_cap" theo "khoản 1 Điều 30 Nghị định 100/2024/NĐ-CP"
    Và không đạt "Đáp ứng điều kiện về thu nhập"
    Và kết luận không phải tạm xác định
    Và có lưu ý về "Hệ số điều chỉnh mức thu nhập do tỉnh quyết định"

  Tình huống: Độc thân thu nhập 22 triệu đồng từ ngày 07/4/2026
    Biết "Thu nhập" là 22 triệu
    Và ngày xét là 07/04/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và đạt "income_within_cap"
    Và kết luận không phải tạm xác định

  Tình huống: Mức trần của người độc thân theo từng giai đoạn
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày xét   | Thu nhập   | Thu nhập tháng cao nhất | kết quả            | không đạt         |
      | 01/08/2024 | 14.999.999 | 15.000.000              | đủ điều kiện       |                   |
      | 01/08/2024 | 15.000.000 | 15.000.000              | đủ điều kiện       |                   |
      | 01/08/2024 | 15.000.001 | 15.000.001              | không đủ điều kiện | income_within_cap |
      | 09/10/2025 | 15.000.000 | 15.000.000              | đủ điều kiện       |                   |
      | 09/10/2025 | 15.000.001 | 15.000.001              | không đủ điều kiện | income_within_cap |
      | 10/10/2025 | 15.000.001 |                         | đủ điều kiện       |                   |
      | 10/10/2025 | 19.999.999 |                         | đủ điều kiện       |                   |
      | 10/10/2025 | 20.000.000 |                         | đủ điều kiện       |                   |
      | 10/10/2025 | 20.000.001 |                         | không đủ điều kiện | income_within_cap |
      | 06/04/2026 | 20.000.000 |                         | đủ điều kiện       |                   |
      | 06/04/2026 | 20.000.001 |                         | không đủ điều kiện | income_within_cap |
      | 07/04/2026 | 20.000.001 |                         | đủ điều kiện       |                   |
      | 07/04/2026 | 24.999.999 |                         | đủ điều kiện       |                   |
      | 07/04/2026 | 25.000.000 |                         | đủ điều kiện       |                   |
      | 07/04/2026 | 25.000.001 |                         | không đủ điều kiện | income_within_cap |

  Tình huống: Trước ngày 10/10/2025 phải biết thu nhập tháng cao nhất
    Biết "Thu nhập" là 14 triệu
    Và ngày xét là 01/09/2025
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"
    Và còn thiếu "Thu nhập tháng cao nhất"

  Tình huống: Bình quân đạt nhưng có tháng vượt mức trước ngày 10/10/2025
    Biết "Thu nhập" là 14 triệu
    Và "Thu nhập tháng cao nhất" là 16 triệu
    Và ngày xét là 01/09/2025
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "không đủ điều kiện"
    Và đạt "income_within_cap"
    Và không đạt "Thu nhập thực nhận của từng tháng không vượt mức trần" theo "điểm a khoản 1 Điều 30 Nghị định 100/2024/NĐ-CP"
    Và kết luận là tạm xác định

  Tình huống: Bình quân đã vượt mức trước ngày 10/10/2025 thì không hỏi thêm
    Biết "Thu nhập" là 22 triệu
    Và ngày xét là 01/09/2025
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "không đủ điều kiện"
    Và không hỏi "Thu nhập tháng cao nhất"

  Tình huống: Mức trần của người độc thân nuôi con dưới tuổi thành niên
    Biết "Tình trạng hôn nhân" là ly hôn
    Và "Đang nuôi con dưới tuổi thành niên" là có
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày xét   | Thu nhập   | kết quả            |
      | 10/10/2025 | 29.999.999 | đủ điều kiện       |
      | 10/10/2025 | 30.000.000 | đủ điều kiện       |
      | 10/10/2025 | 30.000.001 | không đủ điều kiện |
      | 06/04/2026 | 30.000.001 | không đủ điều kiện |
      | 07/04/2026 | 34.999.999 | đủ điều kiện       |
      | 07/04/2026 | 35.000.000 | đủ điều kiện       |
      | 07/04/2026 | 35.000.001 | không đủ điều kiện |

  Tình huống: Mức trần của vợ chồng tính tổng thu nhập hai người
    Biết "Tình trạng hôn nhân" là đã kết hôn
    Và "Vợ/chồng có tên trong Giấy chứng nhận" là không
    Và "Vợ (chồng) đã mua, thuê mua nhà ở xã hội" là không
    Và "Thu nhập vợ/chồng" là 10 triệu
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày xét   | Thu nhập   | Thu nhập tháng cao nhất | kết quả            |
      | 01/08/2024 | 20.000.000 | 30.000.000              | đủ điều kiện       |
      | 01/08/2024 | 20.000.001 | 30.000.001              | không đủ điều kiện |
      | 10/10/2025 | 29.999.999 |                         | đủ điều kiện       |
      | 10/10/2025 | 30.000.000 |                         | đủ điều kiện       |
      | 10/10/2025 | 30.000.001 |                         | không đủ điều kiện |
      | 07/04/2026 | 39.999.999 |                         | đủ điều kiện       |
      | 07/04/2026 | 40.000.000 |                         | đủ điều kiện       |
      | 07/04/2026 | 40.000.001 |                         | không đủ điều kiện |

  Tình huống: Vợ chồng 30 và 19 triệu đồng
    Biết "Tình trạng hôn nhân" là đã kết hôn
    Và "Vợ/chồng có tên trong Giấy chứng nhận" là không
    Và "Vợ (chồng) đã mua, thuê mua nhà ở xã hội" là không
    Và "Thu nhập vợ/chồng" là 19 triệu
    Và "Thu nhập" là 30 triệu
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày xét   | kết quả            | không đạt         |
      | 01/05/2026 | đủ điều kiện       |                   |
      | 06/04/2026 | không đủ điều kiện | income_within_cap |

  Khung tình huống: Chưa rõ tình trạng hôn nhân
    Biết hồ sơ:
      | Tình trạng hôn nhân | (trống)  |
      | Thu nhập            | <mình>   |
      | Thu nhập vợ/chồng   | <vợ>     |
    Và ngày xét là 15/01/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì <kết luận> "income_within_cap"

    Dữ liệu:
      | mình       | vợ        | kết luận      |
      | 10.000.000 | 3.000.000 | đạt           |
      | 60.000.000 | (trống)   | không đạt     |
      | 25.000.000 | 3.000.000 | chưa xác định |
      | 20.000.000 | 3.000.000 | đạt           |
      | 20.000.001 | 3.000.000 | chưa xác định |
      | 40.000.001 | (trống)   | không đạt     |

  Tình huống: Chưa rõ tình trạng hôn nhân, thu nhập nằm giữa các mức trần
    Biết "Tình trạng hôn nhân" là (trống)
    Và "Thu nhập" là 25 triệu
    Và ngày xét là 15/01/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"
    Và còn thiếu "Tình trạng hôn nhân"

  Tình huống: Hồ sơ không ghi thu nhập
    Biết ngày xét là 01/05/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"
    Và còn thiếu "Thu nhập"

  Tình huống: Đã không đạt điều kiện khác thì không hỏi thu nhập
    Biết "Đã mua nhà ở xã hội" là có
    Và ngày xét là 01/05/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "Người đứng đơn chưa mua, thuê mua nhà ở xã hội" theo "khoản 6 Điều 88 Luật Nhà ở 27/2023/QH15"
    Và không hỏi "Thu nhập"

  Tình huống: Người có công không xét thu nhập
    Biết "Nhóm đối tượng" là người có công
    Và "Thu nhập" là 100 triệu
    Và ngày xét là 01/05/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và đạt "income_exempt"

  Tình huống: Hộ cận nghèo đô thị chỉ xét giấy chứng nhận theo chuẩn của Chính phủ
    Biết "Nhóm đối tượng" là Hộ cận nghèo đô thị
    Và "Diện hộ" là cận nghèo
    Và ngày xét là 01/05/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Diện hộ                             | kết quả            | không đạt         |
      | cận nghèo                           | đủ điều kiện       |                   |
      | Chỉ theo chuẩn nghèo riêng của tỉnh | không đủ điều kiện | poor_or_near_poor |

  # Purchase (h): Điều 67 xét thu nhập hằng tháng, không phải bình quân, nên tháng cao nhất cũng phải trong mức.
  Tình huống: Sĩ quan độc thân không quá tổng thu nhập của cấp Đại tá, dù đang nuôi con
    Biết "Nhóm đối tượng" là lực lượng vũ trang
    Và "Đã hưởng chính sách nhà ở cho lực lượng vũ trang" là không
    Và "Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá" là 28 triệu
    Và "Tình trạng hôn nhân" là ly hôn
    Và "Đang nuôi con dưới tuổi thành niên" là có
    Và ngày xét là 01/05/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Thu nhập   | Thu nhập tháng cao nhất | kết quả            | tạm xác định | không đạt                      |
      | 28.000.000 | 28.000.000              | đủ điều kiện       | không        |                                |
      | 28.000.001 | 28.000.001              | không đủ điều kiện | không        | armed_forces_income_within_cap |
      | 28.000.000 | 28.000.001              | không đủ điều kiện | có           | armed_forces_every_month       |
      | 28.000.000 |                         | chưa đủ thông tin  |              |                                |

  Tình huống: Sĩ quan có vợ (chồng) ngoài lực lượng vũ trang
    Biết "Nhóm đối tượng" là lực lượng vũ trang
    Và "Đã hưởng chính sách nhà ở cho lực lượng vũ trang" là không
    Và "Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá" là 30 triệu
    Và "Tình trạng hôn nhân" là đã kết hôn
    Và "Vợ/chồng có tên trong Giấy chứng nhận" là không
    Và "Vợ (chồng) đã mua, thuê mua nhà ở xã hội" là không
    Và "Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)" là không
    Và "Thu nhập" là 30 triệu
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày xét   | Thu nhập vợ/chồng | Thu nhập tháng cao nhất | kết quả            |
      | 06/04/2026 | 15.000.000        | 45.000.000              | đủ điều kiện       |
      | 06/04/2026 | 15.000.001        | 45.000.001              | không đủ điều kiện |
      | 07/04/2026 | 24.000.000        | 54.000.000              | đủ điều kiện       |
      | 07/04/2026 | 25.000.000        | 55.000.000              | đủ điều kiện       |
      | 07/04/2026 | 25.000.001        | 55.000.001              | không đủ điều kiện |

  Tình huống: Cả hai vợ chồng thuộc lực lượng vũ trang
    Biết "Nhóm đối tượng" là lực lượng vũ trang
    Và "Đã hưởng chính sách nhà ở cho lực lượng vũ trang" là không
    Và "Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá" là 30 triệu
    Và "Tình trạng hôn nhân" là đã kết hôn
    Và "Vợ/chồng có tên trong Giấy chứng nhận" là không
    Và "Vợ (chồng) đã mua, thuê mua nhà ở xã hội" là không
    Và "Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)" là có
    Và "Thu nhập" là 30 triệu
    Và ngày xét là 01/05/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Thu nhập vợ/chồng | Thu nhập tháng cao nhất | kết quả            |
      | 30.000.000        | 60.000.000              | đủ điều kiện       |
      | 30.000.001        | 60.000.001              | không đủ điều kiện |

  Tình huống: Đã kết hôn mà chưa rõ thu nhập của vợ (chồng): riêng thu nhập của người đứng đơn đã vượt thì không hỏi thêm
    Biết "Tình trạng hôn nhân" là đã kết hôn
    Và "Vợ/chồng có tên trong Giấy chứng nhận" là không
    Và "Vợ (chồng) đã mua, thuê mua nhà ở xã hội" là không
    Và "Thu nhập tháng cao nhất" là 30 triệu
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày xét   | Thu nhập   | kết quả            | không đạt         | chưa xác định     |
      | 01/08/2024 | 30.000.000 | chưa đủ thông tin  |                   | income_within_cap |
      | 01/08/2024 | 30.000.001 | không đủ điều kiện | income_within_cap |                   |
      | 10/10/2025 | 40.000.000 | chưa đủ thông tin  |                   | income_within_cap |
      | 10/10/2025 | 40.000.001 | không đủ điều kiện | income_within_cap |                   |
      | 07/04/2026 | 50.000.000 | chưa đủ thông tin  |                   | income_within_cap |
      | 07/04/2026 | 50.000.001 | không đủ điều kiện | income_within_cap |                   |

  Tình huống: Ngày cuối của mức trần và cách tính cũ
    Biết "Tình trạng hôn nhân" là đã kết hôn
    Và "Vợ/chồng có tên trong Giấy chứng nhận" là không
    Và "Vợ (chồng) đã mua, thuê mua nhà ở xã hội" là không
    Và "Thu nhập vợ/chồng" là 10 triệu
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày xét   | Thu nhập   | Thu nhập tháng cao nhất | kết quả            | không đạt              |
      | 09/10/2025 | 20.000.000 | 30.000.000              | đủ điều kiện       |                        |
      | 09/10/2025 | 20.000.001 | 30.000.001              | không đủ điều kiện | income_within_cap      |
      | 09/10/2025 | 20.000.000 | 30.000.001              | không đủ điều kiện | every_month_within_cap |
      | 10/10/2025 | 20.000.000 | 50.000.000              | đủ điều kiện       |                        |

  Tình huống: Người đã trả nhà ở công vụ, người bị thu hồi đất không xét thu nhập
    Biết "Thu nhập" là 100 triệu
    Và ngày xét là 01/05/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Nhóm đối tượng | kết quả            | đạt           | không đạt         |
      | Khoản 9        | đủ điều kiện       | income_exempt |                   |
      | Khoản 10       | đủ điều kiện       | income_exempt |                   |
      | Công nhân      | không đủ điều kiện |               | income_within_cap |

  # Chuẩn nghèo của Chính phủ từ năm 2027 theo Nghị định 351/2025/NĐ-CP
  Tình huống: Hộ nghèo đô thị từ năm 2027
    Biết "Nhóm đối tượng" là Hộ nghèo đô thị
    Và ngày xét là 01/02/2027
    Khi xét "social_housing_purchase"
    Thì kết quả từng dòng là:
      | Diện hộ                             | kết quả            | đạt               | không đạt         |
      | Hộ nghèo                            | đủ điều kiện       | poor_or_near_poor |                   |
      | Chỉ theo chuẩn nghèo riêng của tỉnh | không đủ điều kiện |                   | poor_or_near_poor |

  # Điểm d khoản 1 Điều 30, thêm bởi Nghị định 261/2025/NĐ-CP: trước ngày 10/10/2025 chưa có hệ số của tỉnh để còn chưa rõ.
  Tình huống: Hệ số điều chỉnh của tỉnh chưa được tra cứu chỉ đáng kể từ ngày 10/10/2025
    Biết "Tỉnh" là Nghệ An
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày xét   | Thu nhập   | Thu nhập tháng cao nhất | kết quả            | không đạt         | tạm xác định |
      | 09/10/2025 | 15.000.001 | 15.000.001              | không đủ điều kiện | income_within_cap | không        |
      | 10/10/2025 | 20.000.001 | 20.000.001              | không đủ điều kiện | income_within_cap | có           |
