# language: vi
Tính năng: Thuê nhà ở xã hội: mỗi thay đổi của luật phải bị phát hiện
  Các tình huống này được soạn từ những thay đổi thử của bộ quy tắc mà các tình huống khác chưa phát hiện. Kết quả ghi ở đây
  là kết quả của bộ quy tắc ngày soạn, còn chờ cán bộ pháp chế đối chiếu từng dòng với văn bản.

  Tình huống: Phát hiện nếu bỏ trường hợp “Người có từ 02 con đẻ trở lên” ở “Người có từ 02 con đẻ trở lên”
    Biết hồ sơ:
      | Tỉnh                                                       | Bắc Ninh                                                              |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Nguồn vốn xây dựng dự án                                   | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Nghề nghiệp và nơi làm việc                                | Lao động tự do hoặc khác                                              |
      | Khu vực                                                    | Nông thôn                                                             |
      | Hộ nghèo/cận nghèo                                         | Không thuộc hộ nghèo hoặc cận nghèo                                   |
      | Diện người có công                                         | Không thuộc diện người có công                                        |
      | Quan hệ với liệt sĩ                                        | Không                                                                 |
      | Đã trả lại nhà ở công vụ                                   | không                                                                 |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở              | không                                                                 |
      | Số con đẻ                                                  | 1 con                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                        | Người có từ 02 con đẻ trở lên (khoản 13)                              |
    Và ngày xét là 01/07/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và thuộc diện ưu tiên "priority_two_children"

  Tình huống: Phát hiện nếu bỏ trường hợp “Người đứng đơn là người có công với cách mạng, thân nhân liệt sĩ” ở “Thuộc đối tượng được thuê nhà ở xã hội”
    Biết hồ sơ:
      | Tỉnh                                                       | Bắc Ninh                                                              |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Nguồn vốn xây dựng dự án                                   | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Nghề nghiệp và nơi làm việc                                | Lao động tự do hoặc khác                                              |
      | Khu vực                                                    | Nông thôn                                                             |
      | Hộ nghèo/cận nghèo                                         | Không thuộc hộ nghèo hoặc cận nghèo                                   |
      | Diện người có công                                         | Không thuộc diện người có công                                        |
      | Quan hệ với liệt sĩ                                        | Không                                                                 |
      | Đã trả lại nhà ở công vụ                                   | không                                                                 |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở              | không                                                                 |
      | Số con đẻ                                                  | 1 con                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                        | Người có công, thân nhân liệt sĩ (khoản 1)                            |
    Và ngày xét là 01/07/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Hộ nghèo, cận nghèo tại khu vực đô thị” ở “Thuộc đối tượng được thuê nhà ở xã hội”
    Biết hồ sơ:
      | Tỉnh                                                       | Bắc Ninh                                                              |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Nguồn vốn xây dựng dự án                                   | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Nghề nghiệp và nơi làm việc                                | Lao động tự do hoặc khác                                              |
      | Khu vực                                                    | Nông thôn                                                             |
      | Hộ nghèo/cận nghèo                                         | Không thuộc hộ nghèo hoặc cận nghèo                                   |
      | Diện người có công                                         | Không thuộc diện người có công                                        |
      | Quan hệ với liệt sĩ                                        | Không                                                                 |
      | Đã trả lại nhà ở công vụ                                   | không                                                                 |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở              | không                                                                 |
      | Số con đẻ                                                  | 1 con                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                        | Hộ nghèo, cận nghèo đô thị (khoản 4)                                  |
    Và ngày xét là 01/07/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Người thu nhập thấp tại khu vực đô thị” ở “Thuộc đối tượng được thuê nhà ở xã hội”
    Biết hồ sơ:
      | Tỉnh                                                       | Bắc Ninh                                                              |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Nguồn vốn xây dựng dự án                                   | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Nghề nghiệp và nơi làm việc                                | Lao động tự do hoặc khác                                              |
      | Khu vực                                                    | Nông thôn                                                             |
      | Hộ nghèo/cận nghèo                                         | Không thuộc hộ nghèo hoặc cận nghèo                                   |
      | Diện người có công                                         | Không thuộc diện người có công                                        |
      | Quan hệ với liệt sĩ                                        | Không                                                                 |
      | Đã trả lại nhà ở công vụ                                   | không                                                                 |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở              | không                                                                 |
      | Số con đẻ                                                  | 1 con                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                        | Người thu nhập thấp đô thị (khoản 5)                                  |
    Và ngày xét là 01/07/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Công nhân, người lao động tại doanh nghiệp, hợp tác xã” ở “Thuộc đối tượng được thuê nhà ở xã hội”
    Biết hồ sơ:
      | Tỉnh                                                               | Bắc Ninh                                                              |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                | Công nhân, người lao động tại doanh nghiệp, hợp tác xã (khoản 6)      |
      | Tình trạng hôn nhân                                                | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                 | không                                                                 |
      | Thu nhập bình quân hàng tháng thực nhận                            | 80.000.000 đồng                                                       |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án        | không                                                                 |
      | Nguồn vốn xây dựng dự án                                           | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)         | không                                                                 |
    Và ngày xét là 01/07/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Thuộc lực lượng vũ trang nhân dân và chưa hưởng chính sách nhà ở riêng” ở “Thuộc đối tượng được thuê nhà ở xã hội”
    Biết hồ sơ:
      | Tỉnh                                                       | Bắc Ninh                                                              |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Nguồn vốn xây dựng dự án                                   | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Nghề nghiệp và nơi làm việc                                | Lao động tự do hoặc khác                                              |
      | Khu vực                                                    | Nông thôn                                                             |
      | Hộ nghèo/cận nghèo                                         | Không thuộc hộ nghèo hoặc cận nghèo                                   |
      | Diện người có công                                         | Không thuộc diện người có công                                        |
      | Quan hệ với liệt sĩ                                        | Không                                                                 |
      | Đã trả lại nhà ở công vụ                                   | không                                                                 |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở              | không                                                                 |
      | Số con đẻ                                                  | 1 con                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                        | Lực lượng vũ trang nhân dân (khoản 7)                                 |
    Và ngày xét là 01/07/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Phát hiện nếu bỏ trường hợp “Đã trả lại nhà ở công vụ và chưa có nhà ở tại nơi sinh sống” ở “Thuộc đối tượng được thuê nhà ở xã hội”
    Biết hồ sơ:
      | Tỉnh                                                       | Bắc Ninh                                                              |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Nguồn vốn xây dựng dự án                                   | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Nghề nghiệp và nơi làm việc                                | Lao động tự do hoặc khác                                              |
      | Khu vực                                                    | Nông thôn                                                             |
      | Hộ nghèo/cận nghèo                                         | Không thuộc hộ nghèo hoặc cận nghèo                                   |
      | Diện người có công                                         | Không thuộc diện người có công                                        |
      | Quan hệ với liệt sĩ                                        | Không                                                                 |
      | Đã trả lại nhà ở công vụ                                   | không                                                                 |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở              | không                                                                 |
      | Số con đẻ                                                  | 1 con                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                        | Người đã trả lại nhà ở công vụ (khoản 9)                              |
    Và ngày xét là 01/07/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Bị thu hồi đất, phải phá dỡ nhà ở mà chưa được bồi thường bằng nhà ở, đất ở” ở “Thuộc đối tượng được thuê nhà ở xã hội”
    Biết hồ sơ:
      | Tỉnh                                                       | Bắc Ninh                                                              |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Nguồn vốn xây dựng dự án                                   | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Nghề nghiệp và nơi làm việc                                | Lao động tự do hoặc khác                                              |
      | Khu vực                                                    | Nông thôn                                                             |
      | Hộ nghèo/cận nghèo                                         | Không thuộc hộ nghèo hoặc cận nghèo                                   |
      | Diện người có công                                         | Không thuộc diện người có công                                        |
      | Quan hệ với liệt sĩ                                        | Không                                                                 |
      | Đã trả lại nhà ở công vụ                                   | không                                                                 |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở              | không                                                                 |
      | Số con đẻ                                                  | 1 con                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                        | Bị thu hồi đất, phải phá dỡ nhà ở (khoản 10)                          |
    Và ngày xét là 01/07/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Học sinh, sinh viên đang học” ở “Thuộc đối tượng được thuê nhà ở xã hội”
    Biết hồ sơ:
      | Tỉnh                                                               | Bắc Ninh                                                              |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                | Học sinh, sinh viên (khoản 11)                                        |
      | Tình trạng hôn nhân                                                | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                 | không                                                                 |
      | Thu nhập bình quân hàng tháng thực nhận                            | 12.000.000 đồng                                                       |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án        | không                                                                 |
      | Nguồn vốn xây dựng dự án                                           | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)         | không                                                                 |
    Và ngày xét là 01/07/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Hộ nghèo, cận nghèo nông thôn được tỉnh cho thuê” ở “Thuộc đối tượng được thuê nhà ở xã hội”
    Biết hồ sơ:
      | Tỉnh                                                       | Hải Phòng                                                             |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Nguồn vốn xây dựng dự án                                   | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Nghề nghiệp và nơi làm việc                                | Lao động tự do hoặc khác                                              |
      | Khu vực                                                    | Nông thôn                                                             |
      | Hộ nghèo/cận nghèo                                         | Không thuộc hộ nghèo hoặc cận nghèo                                   |
      | Diện người có công                                         | Không thuộc diện người có công                                        |
      | Quan hệ với liệt sĩ                                        | Không                                                                 |
      | Đã trả lại nhà ở công vụ                                   | không                                                                 |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở              | không                                                                 |
      | Số con đẻ                                                  | 1 con                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                        | Hộ nghèo, cận nghèo nông thôn (khoản 2)                               |
    Và ngày xét là 01/07/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Phát hiện nếu áp dụng từ ngày 30/06/2026 thay cho ngày 01/07/2026 ở “Thuộc đối tượng được thuê nhà ở xã hội”
    Biết hồ sơ:
      | Tỉnh                                                               | Bắc Ninh                                                              |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                | Người có từ 02 con đẻ trở lên (khoản 13)                              |
      | Tình trạng hôn nhân                                                | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                 | không                                                                 |
      | Thu nhập bình quân hàng tháng thực nhận                            | 12.000.000 đồng                                                       |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án        | không                                                                 |
      | Nguồn vốn xây dựng dự án                                           | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)         | không                                                                 |
    Và ngày xét là 30/06/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu áp dụng từ ngày 09/10/2025 thay cho ngày 10/10/2025
    Biết hồ sơ:
      | Tỉnh                                                       | Bắc Ninh                                                              |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Nguồn vốn xây dựng dự án                                   | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                        | Người thu nhập thấp đô thị (khoản 5)                                  |
      | Đang nuôi con dưới tuổi thành niên                         | có                                                                    |
      | Tình trạng hôn nhân                                        | Được xác nhận là độc thân (ly hôn, góa)                               |
      | Thu nhập bình quân hàng tháng thực nhận                    | 30.000.000 đồng                                                       |
    Và ngày xét là 09/10/2025
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và kết luận là tạm xác định

  Tình huống: Phát hiện nếu bỏ yêu cầu “Hộ nghèo, cận nghèo tại khu vực nông thôn” ở “Hộ nghèo, cận nghèo nông thôn được tỉnh cho thuê”
    Biết hồ sơ:
      | Tỉnh                                                       | Hải Phòng                                                                                                  |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang) | không                                                                                                      |
      | Nguồn vốn xây dựng dự án                                   | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn                                      |
      | Nghề nghiệp và nơi làm việc                                | Sĩ quan, quân nhân chuyên nghiệp, hạ sĩ quan, công nhân và viên chức quốc phòng, công an, người làm cơ yếu |
      | Đã hưởng chính sách nhà ở cho lực lượng vũ trang           | có                                                                                                         |
      | Khu vực                                                    | Đô thị                                                                                                     |
      | Diện người có công                                         | Không thuộc diện người có công                                                                             |
      | Quan hệ với liệt sĩ                                        | Không                                                                                                      |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ     | không                                                                                                      |
      | Đã trả lại nhà ở công vụ                                   | không                                                                                                      |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở              | không                                                                                                      |
      | Hộ nghèo/cận nghèo                                         | Chỉ theo chuẩn nghèo riêng của tỉnh                                                                        |
    Và ngày xét là 01/08/2024
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "không đủ điều kiện"
