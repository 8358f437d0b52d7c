# language: vi
Tính năng: Thuê nhà ở của Quỹ nhà ở quốc gia (trung ương, địa phương): mỗi thay đổi của luật phải bị phát hiện
  Các tình huống này được soạn từ những thay đổi thử của bộ quy tắc mà các tình huống khác chưa phát hiện. Kết quả ghi ở đây
  là kết quả của bộ quy tắc ngày soạn, còn chờ cán bộ pháp chế đối chiếu từng dòng với văn bản.

  Tình huống: Phát hiện nếu bỏ yêu cầu “Cán bộ, công chức” hoặc “Thuộc lực lượng vũ trang nhân dân” ở “Cán bộ, công chức, lực lượng vũ trang chịu tác động của việc sắp xếp đơn vị hành chính, làm việc xa nơi ở”
    Biết hồ sơ:
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                                                                     | Cán bộ, công chức, viên chức (khoản 8) |
      | Quỹ nhà ở cho thuê                                                                                                      | Quỹ nhà ở địa phương                   |
      | Loại nhà ở của Quỹ                                                                                                      | Nhà ở xã hội do Quỹ đầu tư xây dựng    |
      | Làm việc tại cơ quan nhà nước, tổ chức chính trị, chính trị - xã hội, đơn vị sự nghiệp công lập ở trung ương            | không                                  |
      | Là viên chức hoặc người lao động của cơ quan nhà nước, tổ chức chính trị, chính trị - xã hội, đơn vị sự nghiệp công lập | có                                     |
      | Chịu tác động của việc sắp xếp đơn vị hành chính và có địa điểm làm việc cách xa nơi ở                                  | có                                     |
      | Là chuyên gia, nhà khoa học được hưởng ưu đãi về nhà ở theo pháp luật về khoa học, công nghệ                            | không                                  |
      | Ngày sinh của người đứng đơn                                                                                            | 01/03/1980                             |
      | Nơi làm việc                                                                                                            | Nơi khác                               |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)                                                              | không                                  |
      | Đã hưởng chính sách nhà ở cho lực lượng vũ trang                                                                        | không                                  |
    Và ngày xét là 19/11/2025
    Khi xét "Thuê nhà ở của Quỹ nhà ở quốc gia (trung ương, địa phương)"
    Thì kết quả là "đủ điều kiện"
    Và không thuộc diện ưu tiên "fund_first_merger"
