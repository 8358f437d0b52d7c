# language: vi
Tính năng: Những lỗi thường gặp

  Bối cảnh:
    Biết người này là công nhân tại khu công nghiệp, độc thân
    Và ngày xét là 01/05/2026

  Tình huống: Sai nhãn
    Biết "Thu nhâp bình quân" là 22 triệu
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Sai đơn vị
    Biết "Diện tích sàn nhà ở thuộc sở hữu" là 60 km
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Sai dấu
    Biết người này đôc thân
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Thiếu ô trong bảng
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Thu nhập | Có nhà ở | kết quả           |
      | 22 triệu | chưa đủ thông tin |

  Tình huống: Thiếu cột kết quả
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Thu nhập | Có nhà ở |
      | 22 triệu | không    |

  Tình huống: Từ khóa tiếng Anh
    Given thu nhập 22 triệu một tháng
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Then kết quả là "chưa đủ thông tin"

  Tình huống: Chương trình không có
    Khi xét "Mua nhà xã hội"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Ngày không có thật
    Biết ngày xét là 31/02/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Kết quả không có
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiên"

  Tình huống: Gõ nhầm chữ
    Biết người này đã kết hon
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Ngoài khoảng cho phép
    Biết thu nhập 22 tỷ tỷ một tháng
    Và "Số người đăng ký thường trú tại nhà ở đó" là 400
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Giá trị không đọc được trong câu
    Biết thu nhập hai mươi mấy triệu một tháng
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Điều kiện không có
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì chưa xác định "Thu nhập không vượt mức trần"
    Và chưa xác định "income_within_cpa"

  Tình huống: Nêu thông tin sau Thì
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"
    Và chưa có nhà ở

  Tình huống: Không kiểm tra gì
    Biết thu nhập 22 triệu một tháng
    Khi xét "Mua, thuê mua nhà ở xã hội"

  Tình huống: Không kiểm tra gì
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thi kết quả là "chưa đủ thông tin"

  Tình huống: Sai chữ
    Biết người này còn độc thann
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Viết đúng
    Biết thu nhập 22 triệu một tháng
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Xét hai lần, kiểm tra một lần
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Và xét "Thuê nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống： Xét hai lần, kiểm tra hai lần
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"
