# language: vi
Tính năng: Xóa nhà tạm, nhà dột nát cho hộ nghèo, hộ cận nghèo: mỗi thay đổi của luật phải bị phát hiện
  Các tình huống này được soạn từ những thay đổi thử của bộ quy tắc mà các tình huống khác chưa phát hiện. Kết quả ghi ở đây
  là kết quả của bộ quy tắc ngày soạn, còn chờ cán bộ pháp chế đối chiếu từng dòng với văn bản.

  Tình huống: Phát hiện nếu bỏ trường hợp “Hộ nghèo/cận nghèo” là “Hộ cận nghèo” ở “Là hộ nghèo hoặc hộ cận nghèo”
    Biết hồ sơ:
      | Tỉnh                                                                                | Bắc Giang    |
      | Hộ nghèo/cận nghèo                                                                  | Hộ cận nghèo |
      | Được hỗ trợ nhà ở theo chính sách người có công hoặc chương trình mục tiêu quốc gia | không        |
      | Nhà trên đất ở                                                                      | có           |
      | Đất có tranh chấp                                                                   | không        |
      | Nhà phải phá dỡ do giải tỏa, trái quy hoạch, không phép hoặc lấn chiếm              | không        |
      | Loại hộ gia đình                                                                    | Hộ gia đình  |
      | Diện tích nhà đang ở                                                                | 20 m²        |
      | Số nhân khẩu                                                                        | 4 người      |
      | Nền, móng bền chắc                                                                  | có           |
      | Khung, tường bền chắc                                                               | có           |
      | Mái bền chắc                                                                        | có           |
      | Không bảo đảm an toàn cho người sử dụng                                             | không        |
      | Nhà xây dựng bằng vật liệu bền chắc                                                 | có           |
      | Thời gian sử dụng nhà                                                               | 5 năm        |
      | Đã được cải tạo, sửa chữa                                                           | không        |
      | Đã xuống cấp, hư hỏng, không bảo đảm an toàn                                        | không        |
      | Nhà phải phá dỡ để xây mới                                                          | có           |
      | Phải sửa chữa khung, tường và thay mới mái                                          | không        |
    Và ngày xét là 01/03/2025
    Khi xét "Xóa nhà tạm, nhà dột nát cho hộ nghèo, hộ cận nghèo"
    Thì kết quả là "đủ điều kiện"
    Và kết luận không phải tạm xác định

  Tình huống: Phát hiện nếu áp dụng từ ngày 11/11/2024 thay cho ngày 10/11/2024
    Biết hồ sơ:
      | Hộ nghèo/cận nghèo                                                                  | Hộ nghèo |
      | Được hỗ trợ nhà ở theo chính sách người có công hoặc chương trình mục tiêu quốc gia | không    |
      | Nhà trên đất ở                                                                      | có       |
      | Đất có tranh chấp                                                                   | không    |
      | Nhà phải phá dỡ do giải tỏa, trái quy hoạch, không phép hoặc lấn chiếm              | không    |
      | Phải sửa chữa khung, tường và thay mới mái                                          | không    |
      | Hộ có nhà ở                                                                         | không    |
    Và ngày xét là 10/11/2024
    Khi xét "Xóa nhà tạm, nhà dột nát cho hộ nghèo, hộ cận nghèo"
    Thì kết quả là "đủ điều kiện"
    Và mức hỗ trợ là 60.000.000 đồng

  Tình huống: Phát hiện nếu “Thuộc tiêu chí nhà dột nát do tỉnh quy định” được đổi thành không phải “Thuộc tiêu chí nhà dột nát do tỉnh quy định” ở “Thuộc tiêu chí khác do tỉnh quy định”
    Biết hồ sơ:
      | Tỉnh                                                                                | Hải Phòng    |
      | Hộ nghèo/cận nghèo                                                                  | Hộ nghèo     |
      | Được hỗ trợ nhà ở theo chính sách người có công hoặc chương trình mục tiêu quốc gia | không        |
      | Nhà trên đất ở                                                                      | có           |
      | Đất có tranh chấp                                                                   | không        |
      | Nhà phải phá dỡ do giải tỏa, trái quy hoạch, không phép hoặc lấn chiếm              | không        |
      | Loại hộ gia đình                                                                    | Hộ một người |
      | Diện tích nhà đang ở                                                                | 18 m²        |
      | Số nhân khẩu                                                                        | 1 người      |
      | Nền, móng bền chắc                                                                  | có           |
      | Khung, tường bền chắc                                                               | có           |
      | Mái bền chắc                                                                        | có           |
      | Không bảo đảm an toàn cho người sử dụng                                             | không        |
      | Nhà xây dựng bằng vật liệu bền chắc                                                 | có           |
      | Thời gian sử dụng nhà                                                               | 5 năm        |
      | Đã được cải tạo, sửa chữa                                                           | không        |
      | Đã xuống cấp, hư hỏng, không bảo đảm an toàn                                        | không        |
      | Nhà phải phá dỡ để xây mới                                                          | có           |
      | Phải sửa chữa khung, tường và thay mới mái                                          | không        |
      | Thuộc tiêu chí nhà dột nát do tỉnh quy định                                         | có           |
    Và ngày xét là 01/03/2025
    Khi xét "Xóa nhà tạm, nhà dột nát cho hộ nghèo, hộ cận nghèo"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Phát hiện nếu áp dụng từ ngày 09/11/2024 thay cho ngày 10/11/2024
    Biết hồ sơ:
      | Hộ nghèo/cận nghèo                                                                  | Hộ nghèo |
      | Được hỗ trợ nhà ở theo chính sách người có công hoặc chương trình mục tiêu quốc gia | không    |
      | Nhà trên đất ở                                                                      | có       |
      | Đất có tranh chấp                                                                   | không    |
      | Nhà phải phá dỡ do giải tỏa, trái quy hoạch, không phép hoặc lấn chiếm              | không    |
      | Phải sửa chữa khung, tường và thay mới mái                                          | không    |
      | Hộ có nhà ở                                                                         | không    |
    Và ngày xét là 09/11/2024
    Khi xét "Xóa nhà tạm, nhà dột nát cho hộ nghèo, hộ cận nghèo"
    Thì kết quả là "đủ điều kiện về nguyên tắc, chưa có mức hỗ trợ"

  Tình huống: Phát hiện nếu áp dụng từ ngày 09/11/2024 thay cho ngày 10/11/2024 ở “Nhà ở trên đất ở”
    Biết hồ sơ:
      | Hộ nghèo/cận nghèo                                                                  | Hộ nghèo |
      | Được hỗ trợ nhà ở theo chính sách người có công hoặc chương trình mục tiêu quốc gia | không    |
      | Nhà trên đất ở                                                                      | không    |
      | Đất có tranh chấp                                                                   | không    |
      | Nhà phải phá dỡ do giải tỏa, trái quy hoạch, không phép hoặc lấn chiếm              | không    |
      | Diện tích nhà đang ở                                                                | 20 m²    |
      | Nhà phải phá dỡ để xây mới                                                          | có       |
      | Phải sửa chữa khung, tường và thay mới mái                                          | không    |
    Và ngày xét là 09/11/2024
    Khi xét "Xóa nhà tạm, nhà dột nát cho hộ nghèo, hộ cận nghèo"
    Thì kết quả là "không đủ điều kiện"
    Và kết luận là tạm xác định

  Tình huống: Phát hiện nếu áp dụng từ ngày 09/11/2024 thay cho ngày 10/11/2024 ở “Đất không có tranh chấp”
    Biết hồ sơ:
      | Hộ nghèo/cận nghèo                                                                  | Hộ nghèo |
      | Được hỗ trợ nhà ở theo chính sách người có công hoặc chương trình mục tiêu quốc gia | không    |
      | Nhà trên đất ở                                                                      | có       |
      | Đất có tranh chấp                                                                   | có       |
      | Nhà phải phá dỡ do giải tỏa, trái quy hoạch, không phép hoặc lấn chiếm              | không    |
      | Diện tích nhà đang ở                                                                | 20 m²    |
      | Nhà phải phá dỡ để xây mới                                                          | có       |
      | Phải sửa chữa khung, tường và thay mới mái                                          | không    |
    Và ngày xét là 09/11/2024
    Khi xét "Xóa nhà tạm, nhà dột nát cho hộ nghèo, hộ cận nghèo"
    Thì kết quả là "không đủ điều kiện"
    Và kết luận là tạm xác định

  Tình huống: Phát hiện nếu bỏ yêu cầu “Thuộc tiêu chí nhà dột nát do tỉnh quy định” ở “Thuộc tiêu chí khác do tỉnh quy định”
    Biết hồ sơ:
      | Tỉnh                                                                                | Hải Phòng    |
      | Hộ nghèo/cận nghèo                                                                  | Hộ nghèo     |
      | Được hỗ trợ nhà ở theo chính sách người có công hoặc chương trình mục tiêu quốc gia | không        |
      | Nhà trên đất ở                                                                      | có           |
      | Đất có tranh chấp                                                                   | không        |
      | Nhà phải phá dỡ do giải tỏa, trái quy hoạch, không phép hoặc lấn chiếm              | không        |
      | Loại hộ gia đình                                                                    | Hộ một người |
      | Diện tích nhà đang ở                                                                | 18 m²        |
      | Số nhân khẩu                                                                        | 1 người      |
      | Nền, móng bền chắc                                                                  | có           |
      | Khung, tường bền chắc                                                               | có           |
      | Mái bền chắc                                                                        | có           |
      | Không bảo đảm an toàn cho người sử dụng                                             | không        |
      | Nhà xây dựng bằng vật liệu bền chắc                                                 | có           |
      | Thời gian sử dụng nhà                                                               | 5 năm        |
      | Đã được cải tạo, sửa chữa                                                           | không        |
      | Đã xuống cấp, hư hỏng, không bảo đảm an toàn                                        | không        |
      | Nhà phải phá dỡ để xây mới                                                          | có           |
      | Phải sửa chữa khung, tường và thay mới mái                                          | không        |
      | Thuộc tiêu chí nhà dột nát do tỉnh quy định                                         | không        |
    Và ngày xét là 01/03/2025
    Khi xét "Xóa nhà tạm, nhà dột nát cho hộ nghèo, hộ cận nghèo"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ yêu cầu “Hộ có nhà ở” ở “Diện tích nhà nhỏ hơn {dilapidated_area_single} (hộ đơn thân), hoặc nhỏ hơn {dilapidated_area_family} và bình quân nhỏ hơn /người (hộ gia đình)”
    Biết hồ sơ:
      | Tỉnh                                                                                | Bắc Giang    |
      | Hộ nghèo/cận nghèo                                                                  | Hộ nghèo     |
      | Được hỗ trợ nhà ở theo chính sách người có công hoặc chương trình mục tiêu quốc gia | không        |
      | Nhà trên đất ở                                                                      | có           |
      | Đất có tranh chấp                                                                   | không        |
      | Nhà phải phá dỡ do giải tỏa, trái quy hoạch, không phép hoặc lấn chiếm              | không        |
      | Loại hộ gia đình                                                                    | Hộ một người |
      | Diện tích nhà đang ở                                                                | 0 m²         |
      | Số nhân khẩu                                                                        | 1 người      |
      | Nền, móng bền chắc                                                                  | có           |
      | Khung, tường bền chắc                                                               | có           |
      | Mái bền chắc                                                                        | có           |
      | Không bảo đảm an toàn cho người sử dụng                                             | không        |
      | Nhà xây dựng bằng vật liệu bền chắc                                                 | có           |
      | Thời gian sử dụng nhà                                                               | 5 năm        |
      | Đã được cải tạo, sửa chữa                                                           | không        |
      | Đã xuống cấp, hư hỏng, không bảo đảm an toàn                                        | không        |
      | Nhà phải phá dỡ để xây mới                                                          | có           |
      | Phải sửa chữa khung, tường và thay mới mái                                          | không        |
    Và ngày xét là 01/03/2025
    Khi xét "Xóa nhà tạm, nhà dột nát cho hộ nghèo, hộ cận nghèo"
    Thì kết quả là "chưa đủ thông tin"
