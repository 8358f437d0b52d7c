# language: vi
Tính năng: Miễn, giảm tiền sử dụng đất cho người có công, thân nhân liệt sĩ: mỗi thay đổi của luật phải bị phát hiện
  Các tình huống này được soạn từ những thay đổi thử của bộ quy tắc mà các tình huống khác chưa phát hiện. Kết quả ghi ở đây
  là kết quả của bộ quy tắc ngày soạn, còn chờ cán bộ pháp chế đối chiếu từng dòng với văn bản.

  Tình huống: Phát hiện nếu bỏ yêu cầu “Thân nhân liệt sĩ không bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi” ở “Được miễn tiền sử dụng đất theo pháp luật về tiền sử dụng đất”
    Biết hồ sơ:
      | Diện người có công                                     | Không thuộc diện người có công |
      | Người có công còn sống                                 | có                             |
      | Quan hệ với liệt sĩ                                    | Con đẻ, con nuôi               |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | có                             |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | có                             |
      | Tỷ lệ tổn thương cơ thể                                | 45 %                           |
      | Đồng thời được công nhận diện                          | Không                          |
      | Việc phát sinh tiền sử dụng đất                        | Nhà nước giao đất ở            |
      | Hộ đã được miễn, giảm tiền sử dụng đất                 | không                          |
      | Hộ có thành viên khác cũng được giảm tiền sử dụng đất  | không                          |
      | Thương binh, bệnh binh không có khả năng lao động      | không                          |
      | Đang hưởng trợ cấp tuất nuôi dưỡng hằng tháng          | không                          |
    Và ngày xét là 01/05/2026
    Khi xét "Miễn, giảm tiền sử dụng đất cho người có công, thân nhân liệt sĩ"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "exempt_by_land_decree"

  Tình huống: Phát hiện nếu bỏ yêu cầu “Thân nhân liệt sĩ không bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi” ở “Là thân nhân liệt sĩ đang hưởng trợ cấp tuất nuôi dưỡng hằng tháng”
    Biết hồ sơ:
      | Diện người có công                                     | Không thuộc diện người có công |
      | Người có công còn sống                                 | có                             |
      | Quan hệ với liệt sĩ                                    | Con đẻ, con nuôi               |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | có                             |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | có                             |
      | Tỷ lệ tổn thương cơ thể                                | 45 %                           |
      | Đồng thời được công nhận diện                          | Không                          |
      | Việc phát sinh tiền sử dụng đất                        | Nhà nước giao đất ở            |
      | Hộ đã được miễn, giảm tiền sử dụng đất                 | không                          |
      | Hộ có thành viên khác cũng được giảm tiền sử dụng đất  | không                          |
      | Đang hưởng trợ cấp tuất nuôi dưỡng hằng tháng          | có                             |
    Và ngày xét là 31/07/2024
    Khi xét "Miễn, giảm tiền sử dụng đất cho người có công, thân nhân liệt sĩ"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "survivor_allowance_relative"

  Tình huống: Phát hiện nếu bỏ yêu cầu không phải “Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi” ở “Có tỷ lệ tổn thương cơ thể từ 21 % đến dưới 41 %”
    Biết hồ sơ:
      | Diện người có công                                     | Bệnh binh           |
      | Người có công còn sống                                 | có                  |
      | Quan hệ với liệt sĩ                                    | Không               |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | có                  |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | có                  |
      | Tỷ lệ tổn thương cơ thể                                | 21 %                |
      | Đồng thời được công nhận diện                          | Không               |
      | Việc phát sinh tiền sử dụng đất                        | Nhà nước giao đất ở |
      | Hộ đã được miễn, giảm tiền sử dụng đất                 | không               |
      | Hộ có thành viên khác cũng được giảm tiền sử dụng đất  | không               |
    Và ngày xét là 31/07/2024
    Khi xét "Miễn, giảm tiền sử dụng đất cho người có công, thân nhân liệt sĩ"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "disabled_21"

  Tình huống: Phát hiện nếu bỏ yêu cầu không phải “Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi” ở “Là người giúp đỡ cách mạng được tặng Kỷ niệm chương “Tổ quốc ghi công”, Bằng “Có công với nước” trước cách mạng tháng Tám năm 1945 hoặc Huân chương kháng chiến”
    Biết hồ sơ:
      | Diện người có công                                     | Người có công giúp đỡ cách mạng |
      | Người có công còn sống                                 | có                              |
      | Quan hệ với liệt sĩ                                    | Không                           |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | có                              |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | có                              |
      | Tỷ lệ tổn thương cơ thể                                | 20 %                            |
      | Đồng thời được công nhận diện                          | Không                           |
      | Việc phát sinh tiền sử dụng đất                        | Nhà nước giao đất ở             |
      | Hộ đã được miễn, giảm tiền sử dụng đất                 | không                           |
      | Hộ có thành viên khác cũng được giảm tiền sử dụng đất  | không                           |
    Và ngày xét là 31/07/2024
    Khi xét "Miễn, giảm tiền sử dụng đất cho người có công, thân nhân liệt sĩ"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "honoured_helper"

  Tình huống: Phát hiện nếu bỏ yêu cầu không phải “Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi” ở “Là người bị địch bắt tù, đày”
    Biết hồ sơ:
      | Diện người có công                                     | Người hoạt động cách mạng, kháng chiến bị địch bắt tù, đày |
      | Người có công còn sống                                 | có                                                         |
      | Quan hệ với liệt sĩ                                    | Không                                                      |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | có                                                         |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | có                                                         |
      | Tỷ lệ tổn thương cơ thể                                | 45 %                                                       |
      | Đồng thời được công nhận diện                          | Không                                                      |
      | Việc phát sinh tiền sử dụng đất                        | Nhà nước giao đất ở                                        |
      | Hộ đã được miễn, giảm tiền sử dụng đất                 | không                                                      |
      | Hộ có thành viên khác cũng được giảm tiền sử dụng đất  | có                                                         |
      | Tổng mức giảm của các thành viên khác                  | 5 %                                                        |
    Và ngày xét là 31/07/2024
    Khi xét "Miễn, giảm tiền sử dụng đất cho người có công, thân nhân liệt sĩ"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "imprisoned_activist"

  Tình huống: Phát hiện nếu bỏ trường hợp “Hình thức khen thưởng người có công giúp đỡ cách mạng” là “Huân chương kháng chiến” ở “Là người giúp đỡ cách mạng được tặng Huy chương kháng chiến hoặc hình thức khen thưởng cao hơn”
    Biết hồ sơ:
      | Diện người có công                                     | Người có công giúp đỡ cách mạng |
      | Tỷ lệ tổn thương cơ thể                                | 45 %                            |
      | Người có công còn sống                                 | có                              |
      | Quan hệ với liệt sĩ                                    | Không                           |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | có                              |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | không                           |
      | Việc phát sinh tiền sử dụng đất                        | Nhà nước giao đất ở             |
      | Thương binh, bệnh binh không có khả năng lao động      | không                           |
      | Hộ gia đình liệt sĩ không còn lao động chính           | không                           |
      | Hộ đã được miễn, giảm tiền sử dụng đất                 | không                           |
      | Hộ có thành viên khác cũng được giảm tiền sử dụng đất  | có                              |
      | Hình thức khen thưởng người có công giúp đỡ cách mạng  | Huân chương kháng chiến         |
    Và ngày xét là 01/05/2026
    Khi xét "Miễn, giảm tiền sử dụng đất cho người có công, thân nhân liệt sĩ"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ yêu cầu “Thuộc diện được giảm 70 %”
    Biết hồ sơ:
      | Diện người có công                                     | Người hoạt động kháng chiến giải phóng dân tộc, bảo vệ Tổ quốc, làm nghĩa vụ quốc tế |
      | Người có công còn sống                                 | có                                                                                   |
      | Quan hệ với liệt sĩ                                    | Không                                                                                |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | có                                                                                   |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | không                                                                                |
      | Tỷ lệ tổn thương cơ thể                                | 45 %                                                                                 |
      | Đồng thời được công nhận diện                          | Không                                                                                |
      | Việc phát sinh tiền sử dụng đất                        | Nhà nước giao đất ở                                                                  |
      | Hộ đã được miễn, giảm tiền sử dụng đất                 | không                                                                                |
      | Hộ có thành viên khác cũng được giảm tiền sử dụng đất  | không                                                                                |
    Và ngày xét là 31/07/2024
    Khi xét "Miễn, giảm tiền sử dụng đất cho người có công, thân nhân liệt sĩ"
    Thì kết quả là "đủ điều kiện"
    Và mức hỗ trợ là giảm 65 %

  Tình huống: Phát hiện nếu bỏ yêu cầu “Là người có công hoặc thân nhân liệt sĩ thuộc diện được hỗ trợ cải thiện nhà ở”
    Biết hồ sơ:
      | Diện người có công                                     | Bệnh binh           |
      | Người có công còn sống                                 | có                  |
      | Quan hệ với liệt sĩ                                    | Không               |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | không               |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | không               |
      | Tỷ lệ tổn thương cơ thể                                | 45 %                |
      | Đồng thời được công nhận diện                          | Không               |
      | Việc phát sinh tiền sử dụng đất                        | Nhà nước giao đất ở |
      | Hộ đã được miễn, giảm tiền sử dụng đất                 | không               |
      | Hộ có thành viên khác cũng được giảm tiền sử dụng đất  | không               |
    Và ngày xét là 31/07/2024
    Khi xét "Miễn, giảm tiền sử dụng đất cho người có công, thân nhân liệt sĩ"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ yêu cầu “Thân nhân liệt sĩ không bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi” ở “Là thân nhân liệt sĩ”
    Biết hồ sơ:
      | Diện người có công                                     | Không thuộc diện người có công |
      | Người có công còn sống                                 | có                             |
      | Quan hệ với liệt sĩ                                    | Con đẻ, con nuôi               |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | có                             |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | có                             |
      | Tỷ lệ tổn thương cơ thể                                | 45 %                           |
      | Đồng thời được công nhận diện                          | Không                          |
      | Việc phát sinh tiền sử dụng đất                        | Nhà nước giao đất ở            |
      | Hộ đã được miễn, giảm tiền sử dụng đất                 | không                          |
      | Hộ có thành viên khác cũng được giảm tiền sử dụng đất  | không                          |
      | Đang hưởng trợ cấp tuất nuôi dưỡng hằng tháng          | không                          |
    Và ngày xét là 31/07/2024
    Khi xét "Miễn, giảm tiền sử dụng đất cho người có công, thân nhân liệt sĩ"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "martyr_relative_reduced"

  Tình huống: Phát hiện nếu bỏ yêu cầu không phải “Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi” ở “Là người giúp đỡ cách mạng được tặng Huy chương kháng chiến hoặc hình thức khen thưởng cao hơn”
    Biết hồ sơ:
      | Diện người có công                                     | Người có công giúp đỡ cách mạng |
      | Người có công còn sống                                 | có                              |
      | Quan hệ với liệt sĩ                                    | Không                           |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | có                              |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | có                              |
      | Tỷ lệ tổn thương cơ thể                                | 20 %                            |
      | Đồng thời được công nhận diện                          | Không                           |
      | Việc phát sinh tiền sử dụng đất                        | Nhà nước giao đất ở             |
      | Hộ đã được miễn, giảm tiền sử dụng đất                 | không                           |
      | Hộ có thành viên khác cũng được giảm tiền sử dụng đất  | không                           |
    Và ngày xét là 31/07/2024
    Khi xét "Miễn, giảm tiền sử dụng đất cho người có công, thân nhân liệt sĩ"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "medal_helper"

  Tình huống: Phát hiện nếu kết thúc ngày 29/01/2026 thay cho ngày 30/01/2026
    Biết hồ sơ:
      | Diện người có công                                     | Bệnh binh           |
      | Người có công còn sống                                 | có                  |
      | Quan hệ với liệt sĩ                                    | Không               |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | có                  |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | không               |
      | Tỷ lệ tổn thương cơ thể                                | 65 %                |
      | Đồng thời được công nhận diện                          | Không               |
      | Việc phát sinh tiền sử dụng đất                        | Nhà nước giao đất ở |
      | Hộ đã được miễn, giảm tiền sử dụng đất                 | không               |
      | Hộ có thành viên khác cũng được giảm tiền sử dụng đất  | có                  |
      | Thương binh, bệnh binh không có khả năng lao động      | không               |
      | Hộ gia đình liệt sĩ không còn lao động chính           | không               |
      | Tổng mức giảm của các thành viên khác                  | 5 %                 |
    Và ngày xét là 30/01/2026
    Khi xét "Miễn, giảm tiền sử dụng đất cho người có công, thân nhân liệt sĩ"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ yêu cầu không phải “Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi” ở “Là người hoạt động kháng chiến”
    Biết hồ sơ:
      | Diện người có công                                     | Người hoạt động kháng chiến giải phóng dân tộc, bảo vệ Tổ quốc, làm nghĩa vụ quốc tế |
      | Người có công còn sống                                 | có                                                                                   |
      | Quan hệ với liệt sĩ                                    | Không                                                                                |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | có                                                                                   |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | có                                                                                   |
      | Tỷ lệ tổn thương cơ thể                                | 45 %                                                                                 |
      | Đồng thời được công nhận diện                          | Không                                                                                |
      | Việc phát sinh tiền sử dụng đất                        | Nhà nước giao đất ở                                                                  |
      | Hộ đã được miễn, giảm tiền sử dụng đất                 | không                                                                                |
      | Hộ có thành viên khác cũng được giảm tiền sử dụng đất  | có                                                                                   |
      | Tổng mức giảm của các thành viên khác                  | 5 %                                                                                  |
    Và ngày xét là 31/07/2024
    Khi xét "Miễn, giảm tiền sử dụng đất cho người có công, thân nhân liệt sĩ"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "resistance_activist"
