# language: vi
@dieu-100 @dieu-106
Tính năng: Ưu đãi nhà ở, đất ở của một hộ có nhiều người có công, thân nhân liệt sĩ

  Bối cảnh: hộ thuê nhà ở xã hội thuộc tài sản công, được Nhà nước giao đất ở
    Biết hồ sơ:
      | Đang thuê nhà ở xã hội thuộc tài sản công                  | có                  |
      | Đang thuê nhà ở cũ thuộc sở hữu nhà nước                   | không               |
      | Có tên trong hợp đồng thuê nhà                             | có                  |
      | Đã được miễn, giảm tiền thuê nhà                           | không               |
      | Trong hộ còn người thuê khác thuộc diện được giảm tiền thuê | không              |
      | Việc phát sinh tiền sử dụng đất                            | Nhà nước giao đất ở |
      | Hộ đã được miễn, giảm tiền sử dụng đất                     | không               |
      | Hộ gia đình liệt sĩ không còn lao động chính               | không               |
    Và ngày xét là 01/05/2026

  # Khoản 6 Điều 54 Pháp lệnh 02/2020: đình chỉ là của từng người; quyền của vợ với tư cách con liệt sĩ là quyền riêng.
  Tình huống: Chồng bị tạm đình chỉ không làm vợ mất quyền của con liệt sĩ
    Biết hộ gồm:
      | Quan hệ        | Diện người có công | Tỷ lệ tổn thương cơ thể | Quan hệ với liệt sĩ | Đã được công nhận người có công hoặc thân nhân liệt sĩ |
      | người đứng đơn |                    |                         | con                 | có                                                     |
      | chồng          | thương binh        | 61                      |                     | có                                                     |
    Và chồng bị tạm đình chỉ chế độ ưu đãi
    Và "Đang sống cô đơn, không nơi nương tựa" của người đứng đơn là không
    Và "Đang hưởng trợ cấp tuất nuôi dưỡng hằng tháng" của người đứng đơn là không
    Và hộ không còn ai khác
    Khi xét "merit_rent_relief"
    Thì kết quả là "đủ điều kiện"
    Và mức hỗ trợ là giảm 70 %
    Và đạt "martyr_relative_reduced"

  # Khoản 3 Điều 6 Pháp lệnh, điểm a khoản 3 Điều 100 Nghị định 131/2021/NĐ-CP: nhiều đối tượng thì hưởng mức cao nhất.
  Tình huống: Thương binh 25 % đồng thời là cán bộ tiền khởi nghĩa được giảm 90 %
    Biết người đứng đơn là thương binh 25 %
    Và người đứng đơn đồng thời là cán bộ tiền khởi nghĩa
    Và "Đã được công nhận người có công hoặc thân nhân liệt sĩ" của người đứng đơn là có
    Và "Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi" của người đứng đơn là không
    Và "Đang sống cô đơn, không nơi nương tựa" của người đứng đơn là không
    Và con sống cùng hộ
    Và hộ không còn ai khác
    Khi xét "merit_rent_relief"
    Thì kết quả là "đủ điều kiện"
    Và mức hỗ trợ là giảm 90 %

  # Khoản 3 Điều 106 Nghị định 131/2021/NĐ-CP, khoản 2 Điều 17 Nghị định 103/2024/NĐ-CP: cộng mức của các thành viên, tối đa 100 %.
  Khung tình huống: Cha <tỷ lệ của cha> và mẹ là con liệt sĩ: mức của các thành viên được cộng, không quá 100 %
    Biết cha là <diện của cha>
    Và mẹ là con liệt sĩ
    Và "Đã được công nhận người có công hoặc thân nhân liệt sĩ" của cha là có
    Và "Đã được công nhận người có công hoặc thân nhân liệt sĩ" của mẹ là có
    Và "Đang hưởng trợ cấp tuất nuôi dưỡng hằng tháng" của mẹ là không
    Và "Không có khả năng lao động" của cha là không
    Và "Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi" của cha là không
    Và hộ không còn ai khác
    Khi xét "merit_land_use_fee_relief"
    Thì kết quả là "đủ điều kiện"
    Và mức hỗ trợ là <mức>
    Và kết quả nêu <ai>

    Dữ liệu:
      | tỷ lệ của cha | diện của cha     | mức        | ai  |
      | 45 %          | thương binh 45 % | giảm 100 % | cha |
      | 25 %          | thương binh 25 % | giảm 100 % | cha |
