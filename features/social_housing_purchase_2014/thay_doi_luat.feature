# language: vi
Tính năng: Mua, thuê mua nhà ở xã hội theo Luật Nhà ở 2014: mỗi thay đổi của luật phải bị phát hiện
  Các tình huống này được soạn từ những thay đổi thử của bộ quy tắc mà các tình huống khác chưa phát hiện. Kết quả ghi ở đây
  là kết quả của bộ quy tắc ngày soạn, còn chờ cán bộ pháp chế đối chiếu từng dòng với văn bản.

  Tình huống: Phát hiện nếu áp dụng từ ngày 14/02/2022 thay cho ngày 15/02/2022 ở “Có người có công còn sống thuộc diện được hỗ trợ”
    Biết hồ sơ:
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                              | không                               |
      | Có nhà ở thuộc sở hữu tại tỉnh khác                                      | không                               |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)       | không                               |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)               | không                               |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án              | không                               |
      | Đăng ký cư trú tại tỉnh nơi có dự án                                     | Thường trú                          |
      | Được xác nhận không phải nộp thuế thu nhập cá nhân thường xuyên          | có                                  |
      | Nghề nghiệp và nơi làm việc                                              | Học sinh, sinh viên                 |
      | Khu vực                                                                  | Nông thôn                           |
      | Hộ nghèo/cận nghèo                                                       | Không thuộc hộ nghèo hoặc cận nghèo |
      | Đã trả lại nhà ở công vụ                                                 | không                               |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở                            | không                               |
      | Diện người có công                                                       | Bệnh binh                           |
      | Người có công còn sống                                                   | không                               |
      | Quan hệ với liệt sĩ                                                      | Không                               |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ                   | có                                  |
      | Người có công, thân nhân liệt sĩ nêu trong hồ sơ là chính người đứng đơn | có                                  |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi                   | không                               |
    Và ngày xét là 14/02/2022
    Khi xét "Mua, thuê mua nhà ở xã hội theo Luật Nhà ở 2014"
    Thì kết quả là "không đủ điều kiện"
    Và kết luận không phải tạm xác định

  Tình huống: Phát hiện nếu bỏ yêu cầu “Thân nhân liệt sĩ không bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi” ở “Là người có công hoặc thân nhân liệt sĩ thuộc diện được hỗ trợ cải thiện nhà ở”
    Biết hồ sơ:
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                    | không                               |
      | Có nhà ở thuộc sở hữu tại tỉnh khác                                            | không                               |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)             | không                               |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)                     | không                               |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                    | không                               |
      | Đăng ký cư trú tại tỉnh nơi có dự án                                           | Thường trú                          |
      | Được xác nhận không phải nộp thuế thu nhập cá nhân thường xuyên                | có                                  |
      | Nghề nghiệp và nơi làm việc                                                    | Học sinh, sinh viên                 |
      | Khu vực                                                                        | Nông thôn                           |
      | Hộ nghèo/cận nghèo                                                             | Không thuộc hộ nghèo hoặc cận nghèo |
      | Đã trả lại nhà ở công vụ                                                       | không                               |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở                                  | không                               |
      | Diện người có công                                                             | Không thuộc diện người có công      |
      | Người có công còn sống                                                         | không                               |
      | Quan hệ với liệt sĩ                                                            | Con đẻ, con nuôi                    |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ                         | có                                  |
      | Người có công, thân nhân liệt sĩ nêu trong hồ sơ là chính người đứng đơn       | có                                  |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi                         | có                                  |
      | Riêng thân nhân liệt sĩ đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | không                               |
    Và ngày xét là 01/01/2020
    Khi xét "Mua, thuê mua nhà ở xã hội theo Luật Nhà ở 2014"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ yêu cầu “Đã được công nhận người có công hoặc thân nhân liệt sĩ” ở “Là người có công hoặc thân nhân liệt sĩ thuộc diện được hỗ trợ cải thiện nhà ở”
    Biết hồ sơ:
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                              | không                               |
      | Có nhà ở thuộc sở hữu tại tỉnh khác                                      | không                               |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)       | không                               |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)               | không                               |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án              | không                               |
      | Đăng ký cư trú tại tỉnh nơi có dự án                                     | Thường trú                          |
      | Được xác nhận không phải nộp thuế thu nhập cá nhân thường xuyên          | có                                  |
      | Nghề nghiệp và nơi làm việc                                              | Học sinh, sinh viên                 |
      | Khu vực                                                                  | Nông thôn                           |
      | Hộ nghèo/cận nghèo                                                       | Không thuộc hộ nghèo hoặc cận nghèo |
      | Đã trả lại nhà ở công vụ                                                 | không                               |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở                            | không                               |
      | Diện người có công                                                       | Bệnh binh                           |
      | Người có công còn sống                                                   | có                                  |
      | Quan hệ với liệt sĩ                                                      | Không                               |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ                   | không                               |
      | Người có công, thân nhân liệt sĩ nêu trong hồ sơ là chính người đứng đơn | có                                  |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi                   | không                               |
    Và ngày xét là 14/02/2022
    Khi xét "Mua, thuê mua nhà ở xã hội theo Luật Nhà ở 2014"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ yêu cầu không phải “Có nhà ở thuộc sở hữu tại tỉnh khác” ở “Chưa có nhà ở hoặc diện tích bình quân dưới {min_floor_area_2014}/người”
    Biết hồ sơ:
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                | Công nhân, người lao động tại doanh nghiệp, hợp tác xã (khoản 6) |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                        | không                                                            |
      | Có nhà ở thuộc sở hữu tại tỉnh khác                                | có                                                               |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                            |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)         | không                                                            |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án        | không                                                            |
      | Đăng ký cư trú tại tỉnh nơi có dự án                               | Thường trú                                                       |
      | Được xác nhận không phải nộp thuế thu nhập cá nhân thường xuyên    | có                                                               |
    Và ngày xét là 09/12/2015
    Khi xét "Mua, thuê mua nhà ở xã hội theo Luật Nhà ở 2014"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Phát hiện nếu bỏ trường hợp “Quan hệ với liệt sĩ” là “Cha đẻ, mẹ đẻ” ở “Là cha, mẹ, vợ hoặc chồng, con, người có công nuôi liệt sĩ”
    Biết hồ sơ:
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                    | không                               |
      | Có nhà ở thuộc sở hữu tại tỉnh khác                                            | không                               |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)             | không                               |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)                     | không                               |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                    | không                               |
      | Đăng ký cư trú tại tỉnh nơi có dự án                                           | Thường trú                          |
      | Được xác nhận không phải nộp thuế thu nhập cá nhân thường xuyên                | có                                  |
      | Nghề nghiệp và nơi làm việc                                                    | Học sinh, sinh viên                 |
      | Khu vực                                                                        | Nông thôn                           |
      | Hộ nghèo/cận nghèo                                                             | Không thuộc hộ nghèo hoặc cận nghèo |
      | Đã trả lại nhà ở công vụ                                                       | không                               |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở                                  | không                               |
      | Diện người có công                                                             | Bệnh binh                           |
      | Người có công còn sống                                                         | không                               |
      | Quan hệ với liệt sĩ                                                            | Cha đẻ, mẹ đẻ                       |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ                         | có                                  |
      | Người có công, thân nhân liệt sĩ nêu trong hồ sơ là chính người đứng đơn       | có                                  |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi                         | có                                  |
      | Riêng thân nhân liệt sĩ đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | không                               |
    Và ngày xét là 14/02/2022
    Khi xét "Mua, thuê mua nhà ở xã hội theo Luật Nhà ở 2014"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ yêu cầu “Không bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi” ở “Là người có công hoặc thân nhân liệt sĩ thuộc diện được hỗ trợ cải thiện nhà ở”
    Biết hồ sơ:
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                              | không                               |
      | Có nhà ở thuộc sở hữu tại tỉnh khác                                      | không                               |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)       | không                               |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)               | không                               |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án              | không                               |
      | Đăng ký cư trú tại tỉnh nơi có dự án                                     | Thường trú                          |
      | Được xác nhận không phải nộp thuế thu nhập cá nhân thường xuyên          | có                                  |
      | Nghề nghiệp và nơi làm việc                                              | Học sinh, sinh viên                 |
      | Khu vực                                                                  | Nông thôn                           |
      | Hộ nghèo/cận nghèo                                                       | Không thuộc hộ nghèo hoặc cận nghèo |
      | Đã trả lại nhà ở công vụ                                                 | không                               |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở                            | không                               |
      | Diện người có công                                                       | Bệnh binh                           |
      | Người có công còn sống                                                   | có                                  |
      | Quan hệ với liệt sĩ                                                      | Không                               |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ                   | có                                  |
      | Người có công, thân nhân liệt sĩ nêu trong hồ sơ là chính người đứng đơn | có                                  |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi                   | có                                  |
    Và ngày xét là 14/02/2022
    Khi xét "Mua, thuê mua nhà ở xã hội theo Luật Nhà ở 2014"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ yêu cầu “Thân nhân liệt sĩ không bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi” ở “Là người có công hoặc thân nhân liệt sĩ thuộc diện được hỗ trợ cải thiện nhà ở” (2)
    Biết hồ sơ:
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                    | không                               |
      | Có nhà ở thuộc sở hữu tại tỉnh khác                                            | không                               |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)             | không                               |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)                     | không                               |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                    | không                               |
      | Đăng ký cư trú tại tỉnh nơi có dự án                                           | Thường trú                          |
      | Được xác nhận không phải nộp thuế thu nhập cá nhân thường xuyên                | có                                  |
      | Nghề nghiệp và nơi làm việc                                                    | Học sinh, sinh viên                 |
      | Khu vực                                                                        | Nông thôn                           |
      | Hộ nghèo/cận nghèo                                                             | Không thuộc hộ nghèo hoặc cận nghèo |
      | Đã trả lại nhà ở công vụ                                                       | không                               |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở                                  | không                               |
      | Diện người có công                                                             | Không thuộc diện người có công      |
      | Người có công còn sống                                                         | không                               |
      | Quan hệ với liệt sĩ                                                            | Con đẻ, con nuôi                    |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ                         | có                                  |
      | Người có công, thân nhân liệt sĩ nêu trong hồ sơ là chính người đứng đơn       | có                                  |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi                         | có                                  |
      | Riêng thân nhân liệt sĩ đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | không                               |
    Và ngày xét là 14/02/2022
    Khi xét "Mua, thuê mua nhà ở xã hội theo Luật Nhà ở 2014"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Quan hệ với liệt sĩ” là “Người có công nuôi liệt sĩ” ở “Là cha, mẹ, vợ hoặc chồng, con, người có công nuôi liệt sĩ”
    Biết hồ sơ:
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                    | không                               |
      | Có nhà ở thuộc sở hữu tại tỉnh khác                                            | không                               |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)             | không                               |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)                     | không                               |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                    | không                               |
      | Đăng ký cư trú tại tỉnh nơi có dự án                                           | Thường trú                          |
      | Được xác nhận không phải nộp thuế thu nhập cá nhân thường xuyên                | có                                  |
      | Nghề nghiệp và nơi làm việc                                                    | Học sinh, sinh viên                 |
      | Khu vực                                                                        | Nông thôn                           |
      | Hộ nghèo/cận nghèo                                                             | Không thuộc hộ nghèo hoặc cận nghèo |
      | Đã trả lại nhà ở công vụ                                                       | không                               |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở                                  | không                               |
      | Diện người có công                                                             | Bệnh binh                           |
      | Người có công còn sống                                                         | không                               |
      | Quan hệ với liệt sĩ                                                            | Người có công nuôi liệt sĩ          |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ                         | có                                  |
      | Người có công, thân nhân liệt sĩ nêu trong hồ sơ là chính người đứng đơn       | có                                  |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi                         | có                                  |
      | Riêng thân nhân liệt sĩ đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | không                               |
    Và ngày xét là 14/02/2022
    Khi xét "Mua, thuê mua nhà ở xã hội theo Luật Nhà ở 2014"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Quan hệ với liệt sĩ” là “Vợ hoặc chồng (chưa lấy người khác)” ở “Là cha, mẹ, vợ hoặc chồng, con, người có công nuôi liệt sĩ”
    Biết hồ sơ:
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                    | không                               |
      | Có nhà ở thuộc sở hữu tại tỉnh khác                                            | không                               |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)             | không                               |
      | Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)                     | không                               |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                    | không                               |
      | Đăng ký cư trú tại tỉnh nơi có dự án                                           | Thường trú                          |
      | Được xác nhận không phải nộp thuế thu nhập cá nhân thường xuyên                | có                                  |
      | Nghề nghiệp và nơi làm việc                                                    | Học sinh, sinh viên                 |
      | Khu vực                                                                        | Nông thôn                           |
      | Hộ nghèo/cận nghèo                                                             | Không thuộc hộ nghèo hoặc cận nghèo |
      | Đã trả lại nhà ở công vụ                                                       | không                               |
      | Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở                                  | không                               |
      | Diện người có công                                                             | Bệnh binh                           |
      | Người có công còn sống                                                         | không                               |
      | Quan hệ với liệt sĩ                                                            | Vợ hoặc chồng (chưa lấy người khác) |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ                         | có                                  |
      | Người có công, thân nhân liệt sĩ nêu trong hồ sơ là chính người đứng đơn       | có                                  |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi                         | có                                  |
      | Riêng thân nhân liệt sĩ đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | không                               |
    Và ngày xét là 14/02/2022
    Khi xét "Mua, thuê mua nhà ở xã hội theo Luật Nhà ở 2014"
    Thì kết quả là "đủ điều kiện"
