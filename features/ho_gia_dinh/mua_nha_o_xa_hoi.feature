# language: vi
@dieu-76 @dieu-78
Tính năng: Mua, thuê mua nhà ở xã hội của một hộ có nhiều thành viên

  Bối cảnh: người lao động tại Bắc Ninh, những điều kiện khác đều đạt
    Biết người này làm việc cách dự án 5 km, tại tỉnh Bắc Ninh
    Và không ở nhà công vụ, không thuê nhà ở xã hội
    Và không đăng ký mua ở dự án nào khác, mua của dự án do chủ đầu tư bỏ vốn
    Và hộ này chưa mua nhà ở xã hội, chưa được hỗ trợ nhà ở, không nuôi con chưa thành niên
    Và "Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang" là không
    Và ngày xét là 01/05/2026

  # Khoản 1 Điều 76, điểm b khoản 1 Điều 78, điểm đ khoản 1 Điều 79 Luật Nhà ở: chỉ chính người có công, thân nhân liệt sĩ.
  Tình huống: Cha là thương binh thì con vẫn phải xét thu nhập và không được ưu tiên
    Biết người này là công nhân tại khu công nghiệp, độc thân, chưa có nhà ở, không đứng tên trên sổ đỏ nào
    Và thu nhập 60 triệu một tháng, tháng cao nhất thu nhập 60 triệu
    Và cha là thương binh 45 %
    Và hộ không còn ai khác
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "không đủ điều kiện"
    Và thu nhập vượt mức trần
    Và không thuộc diện ưu tiên "priority_merit"

  Tình huống: Chính người đứng đơn là thương binh thì không xét thu nhập
    Biết người đứng đơn là thương binh 45 %
    Và người này độc thân, chưa có nhà ở, không đứng tên trên sổ đỏ nào
    Và thu nhập 60 triệu một tháng, tháng cao nhất thu nhập 60 triệu
    Và "Đã được công nhận người có công hoặc thân nhân liệt sĩ" của người đứng đơn là có
    Và "Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi" của người đứng đơn là không
    Và cha sống cùng hộ
    Và hộ không còn ai khác
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và đạt "group_merit"
    Và thuộc diện ưu tiên "priority_merit"

  # Khoản 2 Điều 29 Nghị định 100/2024/NĐ-CP; Mẫu số 03 Thông tư 05/2024/TT-BXD tính cả cha, mẹ của vợ (chồng).
  Tình huống: Cha, mẹ vợ thường trú tại nhà được tính vào diện tích bình quân
    Biết người này là công nhân tại khu công nghiệp, thu nhập 15 triệu một tháng
    Và người này có nhà ở rộng 70 m², đứng tên trên sổ đỏ có ghi nhà ở
    Và hộ gồm:
      | Quan hệ         | Đăng ký thường trú tại nhà ở thuộc sở hữu | Thu nhập | Có tên trong Giấy chứng nhận |
      | người đứng đơn  | có                                        |          |                              |
      | vợ              | có                                        | 12 triệu | không                        |
      | con             | có                                        |          |                              |
      | bố vợ           | có                                        |          |                              |
      | mẹ vợ           | có                                        |          |                              |
      | em gái          | có                                        |          |                              |
    Và vợ chưa mua nhà ở xã hội
    Và "Khoảng cách từ nhà ở đến nơi làm việc" là 5 km
    Và hộ không còn ai khác
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Diện tích nhà ở thuộc sở hữu của người đứng đơn | Đăng ký thường trú tại nhà ở thuộc sở hữu của bố vợ | kết quả            | đạt            | không đạt      |
      | 74,99 m²                     | có                                                  | đủ điều kiện       | home_too_small |                |
      | 75 m²                        | có                                                  | không đủ điều kiện |                | home_too_small |
      | 59,99 m²                     | không                                               | đủ điều kiện       | home_too_small |                |
      | 60 m²                        | không                                               | không đủ điều kiện |                | home_too_small |

  # Điểm e khoản 1 Điều 79 Luật Nhà ở: cả hộ chỉ hưởng một chính sách. Khoản 2 Điều 9 Nghị quyết 201/2025/QH15 chỉ nói về
  # chính đối tượng, nên trường hợp nhà ở cách xa nơi làm việc còn cách hiểu khác.
  Tình huống: Vợ đã mua nhà ở xã hội
    Biết người này là công nhân tại khu công nghiệp, thu nhập 15 triệu một tháng
    Và bản thân có nhà ở rộng 20 m², bản thân đứng tên trên sổ đỏ có ghi nhà ở, bản thân đăng ký thường trú tại nhà đó
    Và vợ có thu nhập 12 triệu, vợ không đứng tên trên sổ đỏ nào
    Và vợ đăng ký thường trú tại nhà đó, vợ đã mua nhà ở xã hội
    Và hộ không còn ai khác
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Khoảng cách từ nhà ở đến nơi làm việc | Đã mua nhà ở xã hội của vợ | kết quả            | không đạt           | tạm xác định |
      | 5 km                                  | có                         | không đủ điều kiện | spouse_never_bought |              |
      | 5 km                                  | không                      | đủ điều kiện       |                     | không        |
      | 25 km                                 | có                         | đủ điều kiện       |                     | có           |
      | 25 km                                 | không                      | đủ điều kiện       |                     | không        |

  Tình huống: Lý do nêu rõ người vợ đã mua nhà ở xã hội
    Biết người này là công nhân tại khu công nghiệp, thu nhập 15 triệu một tháng
    Và hộ này chưa có nhà ở, không đứng tên trên sổ đỏ nào
    Và vợ có thu nhập 12 triệu, vợ không đứng tên trên sổ đỏ nào
    Và vợ đã mua nhà ở xã hội
    Và "Khoảng cách từ nhà ở đến nơi làm việc" là 5 km
    Và hộ không còn ai khác
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "spouse_never_bought"
    Và kết quả nêu vợ

  # Khoản 1 Điều 30 Nghị định 100/2024/NĐ-CP (sửa đổi bởi Nghị định 136/2026/NĐ-CP): người độc thân 25 triệu, vợ chồng 50 triệu.
  Tình huống: Kết hôn giữa ngày nộp hồ sơ và ngày ký hợp đồng
    Biết người này là công nhân tại khu công nghiệp, chưa kết hôn, chưa có nhà ở, không đứng tên trên sổ đỏ nào
    Và thu nhập 22 triệu một tháng, tháng cao nhất thu nhập 22 triệu
    Và kết hôn ngày 15/05/2026
    Và vợ có thu nhập 30 triệu, vợ không đứng tên trên sổ đỏ nào, vợ chưa mua nhà ở xã hội
    Và "Thu nhập thực nhận của tháng cao nhất" của vợ là 30 triệu
    Và hộ không còn ai khác
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày xét   | kết quả            | không đạt         |
      | 01/05/2026 | đủ điều kiện       |                   |
      | 14/05/2026 | đủ điều kiện       |                   |
      | 15/05/2026 | không đủ điều kiện | income_within_cap |

  Tình huống: Kết hôn giữa chừng, xét tại từng thời điểm của hồ sơ
    Biết người này là công nhân tại khu công nghiệp, chưa kết hôn, chưa có nhà ở, không đứng tên trên sổ đỏ nào
    Và thu nhập 22 triệu một tháng, tháng cao nhất thu nhập 22 triệu
    Và vợ có thu nhập 30 triệu, vợ không đứng tên trên sổ đỏ nào, vợ chưa mua nhà ở xã hội
    Và "Thu nhập thực nhận của tháng cao nhất" của vợ là 30 triệu
    Và vợ kết hôn ngày 15/05/2026
    Và hộ không còn ai khác
    Khi xét "Mua, thuê mua nhà ở xã hội" tại các thời điểm:
      | nộp hồ sơ   | 01/05/2026 |
      | bốc thăm    | 14/05/2026 |
      | ký hợp đồng | 20/06/2026 |
    Thì kết quả từng thời điểm là:
      | thời điểm   | kết quả            | không đạt         |
      | nộp hồ sơ   | đủ điều kiện       |                   |
      | bốc thăm    | đủ điều kiện       |                   |
      | ký hợp đồng | không đủ điều kiện | income_within_cap |
    Và kết quả thay đổi từ ngày 15/05/2026
