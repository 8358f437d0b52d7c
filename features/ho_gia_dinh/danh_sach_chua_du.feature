# language: vi
@dieu-76
Tính năng: Danh sách thành viên chưa kê đủ

  Bối cảnh: người đứng đơn xin thuê nhà ở xã hội theo khoản 13 Điều 76 Luật Nhà ở
    Biết tại tỉnh Bắc Ninh, không thuê nhà ở xã hội, mua của dự án do chủ đầu tư bỏ vốn
    Và ngày xét là 01/08/2026

  # Khoản 3 Điều 29 Luật Dân số 113/2025/QH15: người có từ 02 con đẻ trở lên; con đẻ ở nơi khác cũng được tính.
  Tình huống: Hai con đẻ đã kê là đủ, dù danh sách chưa đầy đủ
    Biết con thứ nhất sinh ngày 03/02/2009
    Và con thứ hai sinh ngày 20/11/2014
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và đạt "group_two_children"

  Tình huống: Một con đẻ thì chưa biết, kể cả khi trong hộ không còn ai khác
    Biết con sinh ngày 03/02/2009
    Và hộ không còn ai khác
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"
    Và còn thiếu "Số con đẻ"

  Tình huống: Con nuôi và con riêng của vợ hoặc chồng không phải con đẻ
    Biết con sinh ngày 03/02/2009
    Và con nuôi sinh năm 2015
    Và con riêng của vợ sinh năm 2012
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"
    Và còn thiếu "Số con đẻ"
