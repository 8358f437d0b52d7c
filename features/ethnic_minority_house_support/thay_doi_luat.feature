# language: vi
Tính năng: Hỗ trợ nhà ở vùng đồng bào dân tộc thiểu số và miền núi: mỗi thay đổi của luật phải bị phát hiện
  Các tình huống này được soạn từ những thay đổi thử của bộ quy tắc mà các tình huống khác chưa phát hiện. Kết quả ghi ở đây
  là kết quả của bộ quy tắc ngày soạn, còn chờ cán bộ pháp chế đối chiếu từng dòng với văn bản.

  Tình huống: Phát hiện nếu áp dụng từ ngày 31/12/2024 thay cho ngày 01/01/2025
    Biết hồ sơ:
      | Cư trú tại vùng đồng bào dân tộc thiểu số và miền núi               | có               |
      | Hộ nghèo/cận nghèo                                                  | Hộ nghèo         |
      | Hộ dân tộc thiểu số                                                 | có               |
      | Cư trú tại xã, thôn đặc biệt khó khăn                               | không            |
      | Hộ có nhà ở                                                         | có               |
      | Tình trạng nhà ở                                                    | Hư hỏng, dột nát |
      | Đã được hỗ trợ nhà ở từ chương trình, chính sách khác               | không            |
      | Đã được chương trình vùng dân tộc thiểu số và miền núi hỗ trợ nhà ở | không            |
      | Nhà phải phá dỡ để xây mới                                          | không            |
      | Phải sửa chữa khung, tường và thay mới mái                          | có               |
    Và ngày xét là 31/12/2024
    Khi xét "Hỗ trợ nhà ở vùng đồng bào dân tộc thiểu số và miền núi"
    Thì kết quả là "đủ điều kiện về nguyên tắc, chưa có mức hỗ trợ"
