# language: vi
@dieu-99
Tính năng: Miễn, giảm tiền mua nhà ở cũ thuộc sở hữu nhà nước

  # M5: điểm c khoản 2 Điều 99 Nghị định 131/2021/NĐ-CP; các mức theo Nghị định 95/2024/NĐ-CP chưa được đối chiếu
  Bối cảnh: thương binh mua nhà ở cũ đang thuê
    Biết hồ sơ:
      | Diện người có công                                     | Thương binh |
      | Người có công còn sống                                 | có          |
      | Thân nhân liệt sĩ                                      | Không       |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | có          |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | không       |
      | Việc phát sinh tiền sử dụng đất                        | Mua nhà ở thuộc sở hữu của Nhà nước |
      | Đang thuê nhà ở cũ thuộc sở hữu nhà nước               | có          |
      | Đã được miễn, giảm tiền mua nhà ở cũ thuộc sở hữu nhà nước | không   |
    Và ngày xét là 01/05/2026

  Tình huống: Đủ điều kiện về nguyên tắc; mức chưa đối chiếu nên tạm xác định
    Khi xét "old_state_housing_relief"
    Thì kết quả là "đủ điều kiện"
    Và kết luận là tạm xác định
    Và có lưu ý về "Mức miễn, giảm tiền mua nhà ở cũ"
    Và kết quả từng dòng là:
      | Ngày xét   | kết quả                  |
      | 14/02/2022 | ngoài phạm vi bộ quy tắc |
      | 15/02/2022 | đủ điều kiện             |
      | 31/07/2024 | đủ điều kiện             |
      | 01/08/2024 | đủ điều kiện             |

  Tình huống: Từng điều kiện
    Khi xét "old_state_housing_relief"
    Thì kết quả từng dòng là:
      | thông tin                                                  | giá trị             | kết quả            | không đạt                   | chưa xác định               |
      | Việc phát sinh tiền sử dụng đất                            | Nhà nước giao đất ở | không đủ điều kiện | buys_old_state_home         |                             |
      | Việc phát sinh tiền sử dụng đất                            |                     | chưa đủ thông tin  |                             | buys_old_state_home         |
      | Đang thuê nhà ở cũ thuộc sở hữu nhà nước                   | không               | không đủ điều kiện | buys_old_state_home         |                             |
      | Đã được miễn, giảm tiền mua nhà ở cũ thuộc sở hữu nhà nước | có                  | không đủ điều kiện | old_home_relief_not_yet_had |                             |
      | Đã được miễn, giảm tiền mua nhà ở cũ thuộc sở hữu nhà nước |                     | chưa đủ thông tin  |                             | old_home_relief_not_yet_had |
      | Người có công còn sống                                     | không               | không đủ điều kiện | merit_case                  |                             |
