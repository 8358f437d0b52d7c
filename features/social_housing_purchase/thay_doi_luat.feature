# language: vi
Tính năng: Mua, thuê mua nhà ở xã hội: mỗi thay đổi của luật phải bị phát hiện
  Các tình huống này được soạn từ những thay đổi thử của bộ quy tắc mà các tình huống khác chưa phát hiện. Kết quả ghi ở đây
  là kết quả của bộ quy tắc ngày soạn, còn chờ cán bộ pháp chế đối chiếu từng dòng với văn bản.

  Tình huống: Phát hiện nếu áp dụng từ ngày 30/06/2026 thay cho ngày 01/07/2026 ở “Thuộc đối tượng được mua, thuê mua nhà ở xã hội”
    Biết hồ sơ:
      | Tỉnh                                                                   | Bắc Ninh                                                              |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                    | Người có từ 02 con đẻ trở lên (khoản 13)                              |
      | Tình trạng hôn nhân                                                    | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                     | không                                                                 |
      | Thu nhập bình quân hàng tháng thực nhận                                | 12.000.000 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                  | 12.000.000 đồng                                                       |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án) | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                            | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)     | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án            | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)         | không                                                                 |
      | Đang đăng ký mua tại dự án khác                                        | không                                                                 |
      | Nguồn vốn xây dựng dự án                                               | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)             | không                                                                 |
      | Ngày dự án bắt đầu nhận hồ sơ đăng ký                                  | 01/03/2026                                                            |
      | Giới tính                                                              | Nữ                                                                    |
      | Phụ nữ đơn thân hoặc là chủ hộ                                         | có                                                                    |
      | Là người khuyết tật                                                    | không                                                                 |
      | Được bố trí tái định cư theo hình thức mua, thuê mua nhà ở xã hội      | không                                                                 |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ                 | không                                                                 |
      | Diện người có công                                                     | Không thuộc diện người có công                                        |
      | Quan hệ với liệt sĩ                                                    | Không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                          | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                  | 5 km                                                                  |
    Và ngày xét là 30/06/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "buying_subject"

  Tình huống: Phát hiện nếu bỏ trường hợp “Bị thu hồi đất, phải phá dỡ nhà ở mà chưa được bồi thường bằng nhà ở, đất ở” ở “Thuộc đối tượng được mua, thuê mua nhà ở xã hội”
    Biết hồ sơ:
      | Tỉnh                                                                   | Bắc Ninh                                                              |
      | Tình trạng hôn nhân                                                    | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                     | không                                                                 |
      | Thu nhập bình quân hàng tháng thực nhận                                | 60.000.000 đồng                                                       |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án) | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                            | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)     | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án            | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)         | không                                                                 |
      | Đang đăng ký mua tại dự án khác                                        | không                                                                 |
      | Nguồn vốn xây dựng dự án                                               | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)             | không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                          | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                  | 5 km                                                                  |
      | Nghề nghiệp và nơi làm việc                                            | Học sinh, sinh viên                                                   |
      | Khu vực                                                                | Nông thôn                                                             |
      | Hộ nghèo/cận nghèo                                                     | Không thuộc hộ nghèo hoặc cận nghèo                                   |
      | Diện người có công                                                     | Không thuộc diện người có công                                        |
      | Quan hệ với liệt sĩ                                                    | Không                                                                 |
      | Đã trả lại nhà ở công vụ                                               | không                                                                 |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở                          | không                                                                 |
      | Số con đẻ                                                              | 3 con                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                    | Bị thu hồi đất, phải phá dỡ nhà ở (khoản 10)                          |
    Và ngày xét là 14/07/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Cán bộ, công chức, viên chức” ở “Thuộc đối tượng được mua, thuê mua nhà ở xã hội”
    Biết hồ sơ:
      | Tỉnh                                                                   | Bắc Ninh                                                              |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                    | Cán bộ, công chức, viên chức (khoản 8)                                |
      | Tình trạng hôn nhân                                                    | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                     | không                                                                 |
      | Thu nhập bình quân hàng tháng thực nhận                                | 18.000.000 đồng                                                       |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án) | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                            | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)     | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án            | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)         | không                                                                 |
      | Đang đăng ký mua tại dự án khác                                        | không                                                                 |
      | Nguồn vốn xây dựng dự án                                               | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)             | không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                          | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                  | 5 km                                                                  |
      | Số con đẻ                                                              | 2 con                                                                 |
    Và ngày xét là 14/07/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Người thu nhập thấp tại khu vực đô thị” ở “Thuộc đối tượng được mua, thuê mua nhà ở xã hội”
    Biết hồ sơ:
      | Tỉnh                                                                   | Bắc Ninh                                                              |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                    | Người thu nhập thấp đô thị (khoản 5)                                  |
      | Tình trạng hôn nhân                                                    | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                     | không                                                                 |
      | Thu nhập bình quân hàng tháng thực nhận                                | 18.000.000 đồng                                                       |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án) | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                            | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)     | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án            | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)         | không                                                                 |
      | Đang đăng ký mua tại dự án khác                                        | không                                                                 |
      | Nguồn vốn xây dựng dự án                                               | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)             | không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                          | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                  | 5 km                                                                  |
      | Số con đẻ                                                              | 2 con                                                                 |
    Và ngày xét là 14/07/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu áp dụng từ ngày 02/06/2025 thay cho ngày 01/06/2025 ở “Nhà ở thuộc sở hữu cách xa địa điểm làm việc theo quy định của tỉnh”
    Biết hồ sơ:
      | Tỉnh                                                                   | Hải Phòng                                                             |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                    | Công nhân, người lao động tại doanh nghiệp, hợp tác xã (khoản 6)      |
      | Tình trạng hôn nhân                                                    | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                     | không                                                                 |
      | Thu nhập bình quân hàng tháng thực nhận                                | 12.000.000 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                  | 12.000.000 đồng                                                       |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án) | có                                                                    |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                            | có                                                                    |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)     | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án            | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)         | không                                                                 |
      | Đang đăng ký mua tại dự án khác                                        | không                                                                 |
      | Nguồn vốn xây dựng dự án                                               | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)             | không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                          | 25 km                                                                 |
      | Khoảng cách từ nơi làm việc đến dự án                                  | 5 km                                                                  |
      | Giấy chứng nhận có thông tin về nhà ở                                  | có                                                                    |
      | Diện tích sàn nhà ở thuộc sở hữu                                       | 100 m²                                                                |
      | Số người đăng ký thường trú tại nhà ở đó                               | 2 người                                                               |
    Và ngày xét là 01/06/2025
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Phát hiện nếu bỏ trường hợp “Người đứng đơn là người có công với cách mạng, thân nhân liệt sĩ” ở “Thuộc nhóm không phải xét điều kiện thu nhập”
    Biết hồ sơ:
      | Tỉnh                                                                     | Bắc Ninh                                                              |
      | Tình trạng hôn nhân                                                      | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                       | không                                                                 |
      | Thu nhập bình quân hàng tháng thực nhận                                  | 60.000.000 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                    | 12.000.000 đồng                                                       |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)   | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                              | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)       | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án              | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)           | không                                                                 |
      | Đang đăng ký mua tại dự án khác                                          | không                                                                 |
      | Nguồn vốn xây dựng dự án                                                 | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)               | không                                                                 |
      | Ngày dự án bắt đầu nhận hồ sơ đăng ký                                    | 01/03/2026                                                            |
      | Giới tính                                                                | Nữ                                                                    |
      | Phụ nữ đơn thân hoặc là chủ hộ                                           | có                                                                    |
      | Là người khuyết tật                                                      | không                                                                 |
      | Được bố trí tái định cư theo hình thức mua, thuê mua nhà ở xã hội        | không                                                                 |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ                   | có                                                                    |
      | Diện người có công                                                       | Thương binh, người hưởng chính sách như thương binh                   |
      | Quan hệ với liệt sĩ                                                      | Không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                            | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                    | 5 km                                                                  |
      | Nghề nghiệp và nơi làm việc                                              | Người lao động tại doanh nghiệp, hợp tác xã                           |
      | Người có công còn sống                                                   | có                                                                    |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi                   | không                                                                 |
      | Hộ nghèo/cận nghèo                                                       | Không thuộc hộ nghèo hoặc cận nghèo                                   |
      | Đã trả lại nhà ở công vụ                                                 | không                                                                 |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở                            | không                                                                 |
      | Người có công, thân nhân liệt sĩ nêu trong hồ sơ là chính người đứng đơn | có                                                                    |
    Và ngày xét là 14/07/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và kết luận không phải tạm xác định

  Tình huống: Phát hiện nếu phải có tất cả: “Người đứng đơn là người có công với cách mạng, thân nhân liệt sĩ”; “Đã trả lại nhà ở công vụ và chưa có nhà ở tại nơi sinh sống”; “Bị thu hồi đất, phải phá dỡ nhà ở mà chưa được bồi thường bằng nhà ở, đất ở” ở “Thuộc nhóm không phải xét điều kiện thu nhập”
    Biết hồ sơ:
      | Tỉnh                                                                     | Bắc Ninh                                                              |
      | Tình trạng hôn nhân                                                      | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                       | không                                                                 |
      | Thu nhập bình quân hàng tháng thực nhận                                  | 60.000.000 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                    | 12.000.000 đồng                                                       |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)   | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                              | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)       | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án              | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)           | không                                                                 |
      | Đang đăng ký mua tại dự án khác                                          | không                                                                 |
      | Nguồn vốn xây dựng dự án                                                 | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)               | không                                                                 |
      | Ngày dự án bắt đầu nhận hồ sơ đăng ký                                    | 01/03/2026                                                            |
      | Giới tính                                                                | Nữ                                                                    |
      | Phụ nữ đơn thân hoặc là chủ hộ                                           | có                                                                    |
      | Là người khuyết tật                                                      | không                                                                 |
      | Được bố trí tái định cư theo hình thức mua, thuê mua nhà ở xã hội        | không                                                                 |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ                   | có                                                                    |
      | Diện người có công                                                       | Thương binh, người hưởng chính sách như thương binh                   |
      | Quan hệ với liệt sĩ                                                      | Không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                            | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                    | 5 km                                                                  |
      | Nghề nghiệp và nơi làm việc                                              | Người lao động tại doanh nghiệp, hợp tác xã                           |
      | Người có công còn sống                                                   | có                                                                    |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi                   | không                                                                 |
      | Hộ nghèo/cận nghèo                                                       | Không thuộc hộ nghèo hoặc cận nghèo                                   |
      | Đã trả lại nhà ở công vụ                                                 | không                                                                 |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở                            | không                                                                 |
      | Người có công, thân nhân liệt sĩ nêu trong hồ sơ là chính người đứng đơn | có                                                                    |
    Và ngày xét là 14/07/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và kết luận không phải tạm xác định

  Tình huống: Phát hiện nếu bỏ trường hợp “Người đứng đơn là người có công với cách mạng, thân nhân liệt sĩ” ở “Thuộc nhóm không phải xét điều kiện thu nhập” (2)
    Biết hồ sơ:
      | Tỉnh                                                                     | Bắc Ninh                                                              |
      | Tình trạng hôn nhân                                                      | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                       | không                                                                 |
      | Thu nhập bình quân hàng tháng thực nhận                                  | 60.000.000 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                    | 12.000.000 đồng                                                       |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)   | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                              | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)       | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án              | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)           | không                                                                 |
      | Đang đăng ký mua tại dự án khác                                          | không                                                                 |
      | Nguồn vốn xây dựng dự án                                                 | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)               | không                                                                 |
      | Ngày dự án bắt đầu nhận hồ sơ đăng ký                                    | 01/03/2026                                                            |
      | Giới tính                                                                | Nữ                                                                    |
      | Phụ nữ đơn thân hoặc là chủ hộ                                           | có                                                                    |
      | Là người khuyết tật                                                      | không                                                                 |
      | Được bố trí tái định cư theo hình thức mua, thuê mua nhà ở xã hội        | không                                                                 |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ                   | có                                                                    |
      | Diện người có công                                                       | Thương binh, người hưởng chính sách như thương binh                   |
      | Quan hệ với liệt sĩ                                                      | Không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                            | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                    | 5 km                                                                  |
      | Nghề nghiệp và nơi làm việc                                              | Người lao động tại doanh nghiệp, hợp tác xã                           |
      | Người có công còn sống                                                   | có                                                                    |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi                   | không                                                                 |
      | Hộ nghèo/cận nghèo                                                       | Không thuộc hộ nghèo hoặc cận nghèo                                   |
      | Đã trả lại nhà ở công vụ                                                 | không                                                                 |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở                            | không                                                                 |
      | Người có công, thân nhân liệt sĩ nêu trong hồ sơ là chính người đứng đơn | có                                                                    |
    Và ngày xét là 14/07/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ yêu cầu “Thu nhập bình quân hàng tháng của vợ (chồng)” không quá “Mức trần tổng thu nhập của hai vợ chồng” ở “Thu nhập thực nhận không vượt mức trần (độc thân {income_cap_single}; độc thân nuôi con {income_cap_single_parent}; vợ chồng  một tháng)”
    Biết hồ sơ:
      | Tỉnh                                                                          | Bắc Ninh                                                              |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                           | Công nhân, người lao động tại doanh nghiệp, hợp tác xã (khoản 6)      |
      | Tình trạng hôn nhân                                                           | Đã kết hôn                                                            |
      | Đang nuôi con dưới tuổi thành niên                                            | không                                                                 |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)        | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                   | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)            | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                   | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)                | không                                                                 |
      | Đang đăng ký mua tại dự án khác                                               | không                                                                 |
      | Nguồn vốn xây dựng dự án                                                      | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)                    | không                                                                 |
      | Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)               | không                                                                 |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Thu nhập bình quân hàng tháng của vợ (chồng)                                  | 30.000.001 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                         | 30.000.000 đồng                                                       |
    Và ngày xét là 15/04/2025
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Hộ nghèo/cận nghèo” là “Hộ cận nghèo” ở “Là hộ nghèo hoặc hộ cận nghèo theo chuẩn nghèo của Chính phủ”
    Biết hồ sơ:
      | Tỉnh                                                                   | Bắc Ninh                                                              |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                    | Hộ nghèo, cận nghèo đô thị (khoản 4)                                  |
      | Tình trạng hôn nhân                                                    | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                     | không                                                                 |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án) | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                            | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)     | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án            | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)         | không                                                                 |
      | Đang đăng ký mua tại dự án khác                                        | không                                                                 |
      | Nguồn vốn xây dựng dự án                                               | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)             | không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                          | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                  | 5 km                                                                  |
      | Hộ nghèo/cận nghèo                                                     | Hộ cận nghèo                                                          |
    Và ngày xét là 31/05/2030
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ yêu cầu “Là hộ nghèo hoặc hộ cận nghèo theo chuẩn nghèo của Chính phủ” ở “Hộ nghèo, cận nghèo nông thôn được tỉnh cho mua”
    Biết hồ sơ:
      | Tỉnh                                                                   | Nghệ An                                                               |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                    | Hộ nghèo, cận nghèo nông thôn (khoản 2)                               |
      | Tình trạng hôn nhân                                                    | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                     | không                                                                 |
      | Thu nhập bình quân hàng tháng thực nhận                                | 18.000.000 đồng                                                       |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án) | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                            | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)     | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án            | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)         | không                                                                 |
      | Đang đăng ký mua tại dự án khác                                        | không                                                                 |
      | Nguồn vốn xây dựng dự án                                               | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)             | không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                          | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                  | 5 km                                                                  |
      | Hộ nghèo/cận nghèo                                                     | Chỉ theo chuẩn nghèo riêng của tỉnh                                   |
      | Đã được tặng nhà ở (khoản 3 Điều 77 Luật Nhà ở)                        | không                                                                 |
    Và ngày xét là 15/02/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu áp dụng từ ngày 31/05/2030 thay cho ngày 01/06/2030 ở “Chưa có nhà ở và nơi làm việc cách xa nơi ở”
    Biết hồ sơ:
      | Tỉnh                                                                   | Bắc Ninh                                                              |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                    | Công nhân, người lao động tại doanh nghiệp, hợp tác xã (khoản 6)      |
      | Tình trạng hôn nhân                                                    | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                     | không                                                                 |
      | Thu nhập bình quân hàng tháng thực nhận                                | 18.000.000 đồng                                                       |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án) | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                            | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)     | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án            | có                                                                    |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)         | không                                                                 |
      | Đang đăng ký mua tại dự án khác                                        | không                                                                 |
      | Nguồn vốn xây dựng dự án                                               | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)             | không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                          | 25 km                                                                 |
      | Khoảng cách từ nơi làm việc đến dự án                                  | 5 km                                                                  |
    Và ngày xét là 31/05/2030
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu áp dụng từ ngày 10/02/2026 thay cho ngày 09/02/2026 ở “Không có nhà ở ghi trên Giấy chứng nhận tại tỉnh nơi có dự án”
    Biết hồ sơ:
      | Tỉnh                                                                   | Bắc Ninh                                                              |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                    | Công nhân, người lao động tại doanh nghiệp, hợp tác xã (khoản 6)      |
      | Tình trạng hôn nhân                                                    | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                     | không                                                                 |
      | Thu nhập bình quân hàng tháng thực nhận                                | 18.000.000 đồng                                                       |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án) | có                                                                    |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                            | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)     | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án            | có                                                                    |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)         | không                                                                 |
      | Đang đăng ký mua tại dự án khác                                        | không                                                                 |
      | Nguồn vốn xây dựng dự án                                               | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)             | không                                                                 |
      | Khoảng cách từ nơi làm việc đến dự án                                  | 5 km                                                                  |
    Và ngày xét là 09/02/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Phát hiện nếu bỏ trường hợp “Thuộc lực lượng vũ trang nhân dân và chưa hưởng chính sách nhà ở riêng” ở “Thuộc đối tượng được mua, thuê mua nhà ở xã hội”
    Biết hồ sơ:
      | Tỉnh                                                                   | Bắc Ninh                                                              |
      | Tình trạng hôn nhân                                                    | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                     | không                                                                 |
      | Thu nhập bình quân hàng tháng thực nhận                                | 60.000.000 đồng                                                       |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án) | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                            | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)     | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án            | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)         | không                                                                 |
      | Đang đăng ký mua tại dự án khác                                        | không                                                                 |
      | Nguồn vốn xây dựng dự án                                               | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)             | không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                          | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                  | 5 km                                                                  |
      | Nghề nghiệp và nơi làm việc                                            | Học sinh, sinh viên                                                   |
      | Khu vực                                                                | Nông thôn                                                             |
      | Hộ nghèo/cận nghèo                                                     | Không thuộc hộ nghèo hoặc cận nghèo                                   |
      | Diện người có công                                                     | Không thuộc diện người có công                                        |
      | Quan hệ với liệt sĩ                                                    | Không                                                                 |
      | Đã trả lại nhà ở công vụ                                               | không                                                                 |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở                          | không                                                                 |
      | Số con đẻ                                                              | 3 con                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                    | Lực lượng vũ trang nhân dân (khoản 7)                                 |
    Và ngày xét là 14/07/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Phát hiện nếu bỏ trường hợp “Người đứng đơn là người có công với cách mạng, thân nhân liệt sĩ” ở “Thuộc đối tượng được mua, thuê mua nhà ở xã hội”
    Biết hồ sơ:
      | Tỉnh                                                                   | Bắc Ninh                                                              |
      | Tình trạng hôn nhân                                                    | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                     | không                                                                 |
      | Thu nhập bình quân hàng tháng thực nhận                                | 60.000.000 đồng                                                       |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án) | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                            | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)     | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án            | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)         | không                                                                 |
      | Đang đăng ký mua tại dự án khác                                        | không                                                                 |
      | Nguồn vốn xây dựng dự án                                               | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)             | không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                          | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                  | 5 km                                                                  |
      | Nghề nghiệp và nơi làm việc                                            | Học sinh, sinh viên                                                   |
      | Khu vực                                                                | Nông thôn                                                             |
      | Hộ nghèo/cận nghèo                                                     | Không thuộc hộ nghèo hoặc cận nghèo                                   |
      | Diện người có công                                                     | Không thuộc diện người có công                                        |
      | Quan hệ với liệt sĩ                                                    | Không                                                                 |
      | Đã trả lại nhà ở công vụ                                               | không                                                                 |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở                          | không                                                                 |
      | Số con đẻ                                                              | 3 con                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                    | Người có công, thân nhân liệt sĩ (khoản 1)                            |
    Và ngày xét là 14/07/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Đã trả lại nhà ở công vụ và chưa có nhà ở tại nơi sinh sống” ở “Thuộc đối tượng được mua, thuê mua nhà ở xã hội”
    Biết hồ sơ:
      | Tỉnh                                                                   | Bắc Ninh                                                              |
      | Tình trạng hôn nhân                                                    | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                     | không                                                                 |
      | Thu nhập bình quân hàng tháng thực nhận                                | 60.000.000 đồng                                                       |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án) | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                            | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)     | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án            | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)         | không                                                                 |
      | Đang đăng ký mua tại dự án khác                                        | không                                                                 |
      | Nguồn vốn xây dựng dự án                                               | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)             | không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                          | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                  | 5 km                                                                  |
      | Nghề nghiệp và nơi làm việc                                            | Học sinh, sinh viên                                                   |
      | Khu vực                                                                | Nông thôn                                                             |
      | Hộ nghèo/cận nghèo                                                     | Không thuộc hộ nghèo hoặc cận nghèo                                   |
      | Diện người có công                                                     | Không thuộc diện người có công                                        |
      | Quan hệ với liệt sĩ                                                    | Không                                                                 |
      | Đã trả lại nhà ở công vụ                                               | không                                                                 |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở                          | không                                                                 |
      | Số con đẻ                                                              | 3 con                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                    | Người đã trả lại nhà ở công vụ (khoản 9)                              |
    Và ngày xét là 14/07/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Hộ nghèo, cận nghèo nông thôn được tỉnh cho mua, thuê mua” ở “Thuộc đối tượng được mua, thuê mua nhà ở xã hội”
    Biết hồ sơ:
      | Tỉnh                                                                   | Hải Phòng                                                             |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                    | Hộ nghèo, cận nghèo nông thôn (khoản 2)                               |
      | Tình trạng hôn nhân                                                    | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                     | không                                                                 |
      | Thu nhập bình quân hàng tháng thực nhận                                | 18.000.000 đồng                                                       |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án) | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                            | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)     | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án            | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)         | không                                                                 |
      | Đang đăng ký mua tại dự án khác                                        | không                                                                 |
      | Nguồn vốn xây dựng dự án                                               | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)             | không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                          | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                  | 5 km                                                                  |
      | Số con đẻ                                                              | 2 con                                                                 |
    Và ngày xét là 14/07/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Phát hiện nếu áp dụng từ ngày 02/06/2030 thay cho ngày 01/06/2030 ở “Nhà ở thuộc sở hữu cách xa địa điểm làm việc theo quy định của tỉnh”
    Biết hồ sơ:
      | Tỉnh                                                                   | Hải Phòng                                                             |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                    | Công nhân, người lao động tại doanh nghiệp, hợp tác xã (khoản 6)      |
      | Tình trạng hôn nhân                                                    | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                     | không                                                                 |
      | Thu nhập bình quân hàng tháng thực nhận                                | 12.000.000 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                  | 12.000.000 đồng                                                       |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án) | có                                                                    |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                            | có                                                                    |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)     | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án            | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)         | không                                                                 |
      | Đang đăng ký mua tại dự án khác                                        | không                                                                 |
      | Nguồn vốn xây dựng dự án                                               | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)             | không                                                                 |
      | Giấy chứng nhận có thông tin về nhà ở                                  | có                                                                    |
      | Diện tích sàn nhà ở thuộc sở hữu                                       | 100 m²                                                                |
      | Số người đăng ký thường trú tại nhà ở đó                               | 2 người                                                               |
    Và ngày xét là 01/06/2030
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Bị thu hồi đất, phải phá dỡ nhà ở mà chưa được bồi thường bằng nhà ở, đất ở” ở “Thuộc nhóm không phải xét điều kiện thu nhập”
    Biết hồ sơ:
      | Tỉnh                                                                   | Bắc Ninh                                                              |
      | Tình trạng hôn nhân                                                    | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                     | không                                                                 |
      | Thu nhập bình quân hàng tháng thực nhận                                | 60.000.000 đồng                                                       |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án) | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                            | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)     | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án            | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)         | không                                                                 |
      | Đang đăng ký mua tại dự án khác                                        | không                                                                 |
      | Nguồn vốn xây dựng dự án                                               | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)             | không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                          | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                  | 5 km                                                                  |
      | Nghề nghiệp và nơi làm việc                                            | Học sinh, sinh viên                                                   |
      | Khu vực                                                                | Nông thôn                                                             |
      | Hộ nghèo/cận nghèo                                                     | Không thuộc hộ nghèo hoặc cận nghèo                                   |
      | Diện người có công                                                     | Không thuộc diện người có công                                        |
      | Quan hệ với liệt sĩ                                                    | Không                                                                 |
      | Đã trả lại nhà ở công vụ                                               | không                                                                 |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở                          | không                                                                 |
      | Số con đẻ                                                              | 3 con                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                    | Bị thu hồi đất, phải phá dỡ nhà ở (khoản 10)                          |
    Và ngày xét là 14/07/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Đã trả lại nhà ở công vụ và chưa có nhà ở tại nơi sinh sống” ở “Thuộc nhóm không phải xét điều kiện thu nhập”
    Biết hồ sơ:
      | Tỉnh                                                                   | Bắc Ninh                                                              |
      | Tình trạng hôn nhân                                                    | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                     | không                                                                 |
      | Thu nhập bình quân hàng tháng thực nhận                                | 60.000.000 đồng                                                       |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án) | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                            | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)     | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án            | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)         | không                                                                 |
      | Đang đăng ký mua tại dự án khác                                        | không                                                                 |
      | Nguồn vốn xây dựng dự án                                               | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)             | không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                          | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                  | 5 km                                                                  |
      | Nghề nghiệp và nơi làm việc                                            | Học sinh, sinh viên                                                   |
      | Khu vực                                                                | Nông thôn                                                             |
      | Hộ nghèo/cận nghèo                                                     | Không thuộc hộ nghèo hoặc cận nghèo                                   |
      | Diện người có công                                                     | Không thuộc diện người có công                                        |
      | Quan hệ với liệt sĩ                                                    | Không                                                                 |
      | Đã trả lại nhà ở công vụ                                               | không                                                                 |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở                          | không                                                                 |
      | Số con đẻ                                                              | 3 con                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                    | Người đã trả lại nhà ở công vụ (khoản 9)                              |
    Và ngày xét là 14/07/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu “Thu nhập bình quân hàng tháng của vợ (chồng)” không quá “Mức trần tổng thu nhập của hai vợ chồng” được đổi thành “Thu nhập bình quân hàng tháng của vợ (chồng)” nhỏ hơn “Mức trần tổng thu nhập của hai vợ chồng” ở “Thu nhập thực nhận không vượt mức trần (độc thân {income_cap_single}; độc thân nuôi con {income_cap_single_parent}; vợ chồng  một tháng)”
    Biết hồ sơ:
      | Tỉnh                                                                          | Bắc Ninh                                                              |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                           | Công nhân, người lao động tại doanh nghiệp, hợp tác xã (khoản 6)      |
      | Tình trạng hôn nhân                                                           | Đã kết hôn                                                            |
      | Đang nuôi con dưới tuổi thành niên                                            | không                                                                 |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)        | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                   | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)            | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                   | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)                | không                                                                 |
      | Đang đăng ký mua tại dự án khác                                               | không                                                                 |
      | Nguồn vốn xây dựng dự án                                                      | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)                    | không                                                                 |
      | Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)               | không                                                                 |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Thu nhập bình quân hàng tháng của vợ (chồng)                                  | 30.000.000 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                         | 30.000.000 đồng                                                       |
    Và ngày xét là 15/04/2025
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Phát hiện nếu bỏ trường hợp “Mua chính căn nhà đang thuê, thuê mua” ở “Không đang thuê nhà ở xã hội khác”
    Biết hồ sơ:
      | Tỉnh                                                                   | Bắc Ninh                                                              |
      | Tình trạng hôn nhân                                                    | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                     | không                                                                 |
      | Thu nhập bình quân hàng tháng thực nhận                                | 60.000.000 đồng                                                       |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án) | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                            | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)     | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án            | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)         | không                                                                 |
      | Đang đăng ký mua tại dự án khác                                        | không                                                                 |
      | Nguồn vốn xây dựng dự án                                               | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)             | có                                                                    |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                          | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                  | 5 km                                                                  |
      | Nghề nghiệp và nơi làm việc                                            | Học sinh, sinh viên                                                   |
      | Khu vực                                                                | Nông thôn                                                             |
      | Hộ nghèo/cận nghèo                                                     | Không thuộc hộ nghèo hoặc cận nghèo                                   |
      | Diện người có công                                                     | Không thuộc diện người có công                                        |
      | Quan hệ với liệt sĩ                                                    | Không                                                                 |
      | Đã trả lại nhà ở công vụ                                               | không                                                                 |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở                          | không                                                                 |
      | Số con đẻ                                                              | 3 con                                                                 |
    Và ngày xét là 14/07/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Phát hiện nếu áp dụng từ ngày 02/06/2025 thay cho ngày 01/06/2025 ở “Chưa có nhà ở và nơi làm việc cách xa nơi ở”
    Biết hồ sơ:
      | Tỉnh                                                                          | Bắc Ninh                                                              |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                           | Công nhân, người lao động tại doanh nghiệp, hợp tác xã (khoản 6)      |
      | Tình trạng hôn nhân                                                           | Đã kết hôn                                                            |
      | Đang nuôi con dưới tuổi thành niên                                            | không                                                                 |
      | Thu nhập bình quân hàng tháng thực nhận                                       | 18.000.000 đồng                                                       |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)        | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                   | có                                                                    |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)            | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                   | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)                | không                                                                 |
      | Đang đăng ký mua tại dự án khác                                               | không                                                                 |
      | Nguồn vốn xây dựng dự án                                                      | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)                    | không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                                 | 25 km                                                                 |
      | Khoảng cách từ nơi làm việc đến dự án                                         | 5 km                                                                  |
      | Thu nhập bình quân hàng tháng của vợ (chồng)                                  | 10.000.000 đồng                                                       |
      | Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)               | không                                                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                              | không                                                                 |
      | Giấy chứng nhận có thông tin về nhà ở                                         | có                                                                    |
      | Diện tích sàn nhà ở thuộc sở hữu                                              | 100 m²                                                                |
      | Số người đăng ký thường trú tại nhà ở đó                                      | 2 người                                                               |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | có                                                                    |
    Và ngày xét là 01/06/2025
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Phát hiện nếu bỏ yêu cầu không phải “Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)” ở “Không có nhà ở ghi trên Giấy chứng nhận tại tỉnh nơi có dự án”
    Biết hồ sơ:
      | Tỉnh                                                                          | Bắc Ninh                                                              |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                           | Công nhân, người lao động tại doanh nghiệp, hợp tác xã (khoản 6)      |
      | Tình trạng hôn nhân                                                           | Đã kết hôn                                                            |
      | Đang nuôi con dưới tuổi thành niên                                            | không                                                                 |
      | Thu nhập bình quân hàng tháng thực nhận                                       | 12.000.000 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                         | 12.000.000 đồng                                                       |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)        | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                   | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)            | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                   | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)                | không                                                                 |
      | Đang đăng ký mua tại dự án khác                                               | không                                                                 |
      | Nguồn vốn xây dựng dự án                                                      | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)                    | không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                                 | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                         | 5 km                                                                  |
      | Thu nhập bình quân hàng tháng của vợ (chồng)                                  | 5.000.000 đồng                                                        |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)               | có                                                                    |
    Và ngày xét là 01/06/2025
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "không đủ điều kiện"
