# language: vi
Tính năng: Miễn tiền sử dụng đất cho người nghèo, người dân tộc thiểu số: mỗi thay đổi của luật phải bị phát hiện
  Các tình huống này được soạn từ những thay đổi thử của bộ quy tắc mà các tình huống khác chưa phát hiện. Kết quả ghi ở đây
  là kết quả của bộ quy tắc ngày soạn, còn chờ cán bộ pháp chế đối chiếu từng dòng với văn bản.

  Tình huống: Phát hiện nếu kết thúc ngày 04/11/2025 thay cho ngày 05/11/2025
    Biết hồ sơ:
      | Hộ nghèo/cận nghèo                                    | Hộ nghèo            |
      | Hộ dân tộc thiểu số                                   | không               |
      | Cư trú tại xã, thôn đặc biệt khó khăn                 | có                  |
      | Cư trú tại xã biên giới, hải đảo                      | không               |
      | Cư trú tại vùng đồng bào dân tộc thiểu số và miền núi | không               |
      | Việc phát sinh tiền sử dụng đất                       | Nhà nước giao đất ở |
      | Đất ở của hộ mới tách, cấp Giấy chứng nhận lần đầu    | không               |
      | Hộ đã được miễn, giảm tiền sử dụng đất                | không               |
    Và ngày xét là 05/11/2025
    Khi xét "Miễn tiền sử dụng đất cho người nghèo, người dân tộc thiểu số"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ yêu cầu “Là hộ nghèo hoặc người dân tộc thiểu số” ở “Chuyển mục đích sang đất ở do tách hộ, hộ nghèo hoặc dân tộc thiểu số tại địa bàn đặc biệt khó khăn, vùng dân tộc và miền núi”
    Biết hồ sơ:
      | Hộ nghèo/cận nghèo                                    | Hộ cận nghèo                       |
      | Hộ dân tộc thiểu số                                   | không                              |
      | Cư trú tại xã, thôn đặc biệt khó khăn                 | không                              |
      | Cư trú tại xã biên giới, hải đảo                      | không                              |
      | Cư trú tại vùng đồng bào dân tộc thiểu số và miền núi | có                                 |
      | Việc phát sinh tiền sử dụng đất                       | Chuyển mục đích sử dụng sang đất ở |
      | Đất ở của hộ mới tách, cấp Giấy chứng nhận lần đầu    | có                                 |
      | Hộ đã được miễn, giảm tiền sử dụng đất                | không                              |
    Và ngày xét là 01/05/2026
    Khi xét "Miễn tiền sử dụng đất cho người nghèo, người dân tộc thiểu số"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu kết thúc ngày 29/01/2026 thay cho ngày 30/01/2026
    Biết hồ sơ:
      | Hộ nghèo/cận nghèo                                    | Hộ nghèo            |
      | Hộ dân tộc thiểu số                                   | không               |
      | Cư trú tại xã, thôn đặc biệt khó khăn                 | có                  |
      | Cư trú tại xã biên giới, hải đảo                      | không               |
      | Cư trú tại vùng đồng bào dân tộc thiểu số và miền núi | không               |
      | Việc phát sinh tiền sử dụng đất                       | Nhà nước giao đất ở |
      | Đất ở của hộ mới tách, cấp Giấy chứng nhận lần đầu    | không               |
      | Hộ đã được miễn, giảm tiền sử dụng đất                | không               |
    Và ngày xét là 30/01/2026
    Khi xét "Miễn tiền sử dụng đất cho người nghèo, người dân tộc thiểu số"
    Thì kết quả là "đủ điều kiện"
