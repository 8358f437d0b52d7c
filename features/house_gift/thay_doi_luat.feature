# language: vi
Tính năng: Tặng cho nhà ở: mỗi thay đổi của luật phải bị phát hiện
  Các tình huống này được soạn từ những thay đổi thử của bộ quy tắc mà các tình huống khác chưa phát hiện. Kết quả ghi ở đây
  là kết quả của bộ quy tắc ngày soạn, còn chờ cán bộ pháp chế đối chiếu từng dòng với văn bản.

  Tình huống: Phát hiện nếu bỏ yêu cầu “Chính người đứng đơn là người có công hoặc thân nhân liệt sĩ” ở “Người đứng đơn là người có công với cách mạng, thân nhân liệt sĩ”
    Biết hồ sơ:
      | Đã được tặng nhà ở (khoản 3 Điều 77 Luật Nhà ở)                          | không                   |
      | Diện người có công                                                       | Bà mẹ Việt Nam anh hùng |
      | Người có công còn sống                                                   | có                      |
      | Quan hệ với liệt sĩ                                                      | Không                   |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ                   | có                      |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi                   | không                   |
      | Người có công, thân nhân liệt sĩ nêu trong hồ sơ là chính người đứng đơn | không                   |
    Và ngày xét là 31/07/2024
    Khi xét "Tặng cho nhà ở"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ yêu cầu không phải “Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi” ở “Là Bà mẹ Việt Nam anh hùng”
    Biết hồ sơ:
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                    | Người có công, thân nhân liệt sĩ (khoản 1)      |
      | Đã được tặng nhà ở (khoản 3 Điều 77 Luật Nhà ở)        | không                                           |
      | Diện người có công                                     | Người hoạt động cách mạng trước ngày 01/01/1945 |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | có                                              |
    Và ngày xét là 31/07/2024
    Khi xét "Tặng cho nhà ở"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ yêu cầu “Người có công còn sống” ở “Là Bà mẹ Việt Nam anh hùng”
    Biết hồ sơ:
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)             | Người có công, thân nhân liệt sĩ (khoản 1)      |
      | Đã được tặng nhà ở (khoản 3 Điều 77 Luật Nhà ở) | không                                           |
      | Diện người có công                              | Người hoạt động cách mạng trước ngày 01/01/1945 |
      | Người có công còn sống                          | không                                           |
    Và ngày xét là 31/07/2024
    Khi xét "Tặng cho nhà ở"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ yêu cầu “Người đứng đơn là người có công với cách mạng, thân nhân liệt sĩ” ở “Là Bà mẹ Việt Nam anh hùng, được Nhà nước và xã hội tặng nhà tình nghĩa, không xét khả năng tài chính”
    Biết hồ sơ:
      | Đã được tặng nhà ở (khoản 3 Điều 77 Luật Nhà ở)                          | không                                   |
      | Diện người có công                                                       | Bà mẹ Việt Nam anh hùng                 |
      | Người có công còn sống                                                   | có                                      |
      | Quan hệ với liệt sĩ                                                      | Không                                   |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ                   | có                                      |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi                   | không                                   |
      | Người có công, thân nhân liệt sĩ nêu trong hồ sơ là chính người đứng đơn | có                                      |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                      | Hộ nghèo, cận nghèo nông thôn (khoản 2) |
    Và ngày xét là 31/07/2024
    Khi xét "Tặng cho nhà ở"
    Thì kết quả là "không đủ điều kiện"
