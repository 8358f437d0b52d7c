# language: vi
# Hồ sơ đủ điều kiện mà mức hỗ trợ hoặc thứ tự ưu tiên còn chưa xác định được: không kết luận ở mức thấp, nói rõ còn thiếu gì.
Tính năng: Điều còn để ngỏ của hồ sơ đủ điều kiện: Miễn, giảm tiền sử dụng đất cho người có công, thân nhân liệt sĩ

  Tình huống: Còn để ngỏ, ngày 01/05/2026: Thuộc diện được giảm 65 %
    Biết người này là bệnh binh, tỷ lệ tổn thương cơ thể 45 %
    Và hồ sơ:
      | Người có công còn sống                                 | có                  |
      | Quan hệ với liệt sĩ                                    | Không               |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | có                  |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | không               |
      | Việc phát sinh tiền sử dụng đất                        | Nhà nước giao đất ở |
      | Thương binh, bệnh binh không có khả năng lao động      | không               |
      | Hộ gia đình liệt sĩ không còn lao động chính           | không               |
      | Hộ đã được miễn, giảm tiền sử dụng đất                 | không               |
      | Hộ có thành viên khác cũng được giảm tiền sử dụng đất  | có                  |
    Và ngày xét là 01/05/2026
    Khi xét "Miễn, giảm tiền sử dụng đất cho người có công, thân nhân liệt sĩ"
    Thì kết quả là "đủ điều kiện"
    Và mức hỗ trợ là giảm 80 % hoặc giảm 100 % hoặc giảm 90 % hoặc chưa xác định được mức
    Và còn thiếu để xác định mức: "Đồng thời được công nhận diện"
    Và còn thiếu để xác định mức: "Tổng mức giảm của các thành viên khác"
