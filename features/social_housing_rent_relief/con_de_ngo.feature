# language: vi
# Hồ sơ đủ điều kiện mà mức hỗ trợ hoặc thứ tự ưu tiên còn chưa xác định được: không kết luận ở mức thấp, nói rõ còn thiếu gì.
Tính năng: Điều còn để ngỏ của hồ sơ đủ điều kiện: Giảm tiền thuê nhà ở thuộc tài sản công

  Tình huống: Còn để ngỏ, ngày 01/05/2026: Thuê nhà ở xã hội thuộc tài sản công và là hộ nghèo, cận nghèo hoặc hưởng trợ cấp xã hội
    Biết người này là hộ nghèo, tỷ lệ tổn thương cơ thể 31 %
    Và hồ sơ:
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                         | Lực lượng vũ trang nhân dân (khoản 7) |
      | Có tên trong hợp đồng thuê nhà                              | có                                    |
      | Đã được miễn, giảm tiền thuê nhà                            | không                                 |
      | Trong hộ còn người thuê khác thuộc diện được giảm tiền thuê | không                                 |
      | Đang hưởng trợ cấp xã hội hằng tháng                        | không                                 |
      | Đang thuê nhà ở cho lực lượng vũ trang thuộc tài sản công   | có                                    |
      | Bị thương khi làm nhiệm vụ cấp bách, nguy hiểm              | có                                    |
      | Trong hộ có người có công hoặc người khuyết tật             | không                                 |
    Và ngày xét là 01/05/2026
    Khi xét "Giảm tiền thuê nhà ở thuộc tài sản công"
    Thì kết quả là "đủ điều kiện"
    Và mức hỗ trợ là giảm 50 % hoặc giảm 60 %
    Và còn thiếu để xác định mức: "Đang thuê nhà ở xã hội thuộc tài sản công"
