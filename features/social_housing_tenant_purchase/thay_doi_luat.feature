# language: vi
Tính năng: Người đang thuê, thuê mua mua chính căn nhà ở xã hội đang ở: mỗi thay đổi của luật phải bị phát hiện
  Các tình huống này được soạn từ những thay đổi thử của bộ quy tắc mà các tình huống khác chưa phát hiện. Kết quả ghi ở đây
  là kết quả của bộ quy tắc ngày soạn, còn chờ cán bộ pháp chế đối chiếu từng dòng với văn bản.

  Tình huống: Phát hiện nếu áp dụng từ ngày 11/10/2025 thay cho ngày 10/10/2025 ở “Hợp đồng thuê, thuê mua ký trước ngày 10/10/2025”
    Biết hồ sơ:
      | Tỉnh                                                                         | Bắc Ninh                                                              |
      | Tình trạng hôn nhân                                                          | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                           | không                                                                 |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)       | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                  | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)           | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                  | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)               | không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                                | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                        | 5 km                                                                  |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                          | Công nhân, người lao động tại doanh nghiệp, hợp tác xã (khoản 6)      |
      | Thu nhập bình quân hàng tháng thực nhận                                      | 14.000.000 đồng                                                       |
      | Mua chính căn nhà đang thuê, thuê mua                                        | có                                                                    |
      | Nguồn vốn xây dựng dự án                                                     | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Căn nhà thuộc 20 % diện tích sàn dành để cho thuê (Nghị định 100/2015/NĐ-CP) | không                                                                 |
      | Ngày ký hợp đồng thuê, thuê mua căn nhà đang ở                               | 01/03/2025                                                            |
      | Thu nhập thực nhận của tháng cao nhất                                        | 14.000.000 đồng                                                       |
    Và ngày xét là 10/10/2025
    Khi xét "Người đang thuê, thuê mua mua chính căn nhà ở xã hội đang ở"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ yêu cầu “Hộ chưa mua, thuê mua nhà ở cho lực lượng vũ trang” ở “Chưa mua, thuê mua căn nhà ở xã hội nào khác”
    Biết hồ sơ:
      | Tỉnh                                                                         | Bắc Ninh                                                              |
      | Tình trạng hôn nhân                                                          | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                           | không                                                                 |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)       | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                  | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)           | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                  | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)               | không                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                          | Công nhân, người lao động tại doanh nghiệp, hợp tác xã (khoản 6)      |
      | Thu nhập bình quân hàng tháng thực nhận                                      | 14.000.000 đồng                                                       |
      | Mua chính căn nhà đang thuê, thuê mua                                        | có                                                                    |
      | Nguồn vốn xây dựng dự án                                                     | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Căn nhà thuộc 20 % diện tích sàn dành để cho thuê (Nghị định 100/2015/NĐ-CP) | có                                                                    |
      | Ngày ký hợp đồng thuê, thuê mua căn nhà đang ở                               | 01/03/2025                                                            |
      | Thu nhập thực nhận của tháng cao nhất                                        | 14.000.000 đồng                                                       |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                             | có                                                                    |
    Và ngày xét là 01/08/2024
    Khi xét "Người đang thuê, thuê mua mua chính căn nhà ở xã hội đang ở"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu áp dụng từ ngày 09/10/2025 thay cho ngày 10/10/2025 ở “Áp dụng mức thu nhập đang có hiệu lực cho hợp đồng thuê ký trước ngày ”
    Biết hồ sơ:
      | Tỉnh                                                                         | Bắc Ninh                                                              |
      | Tình trạng hôn nhân                                                          | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                           | không                                                                 |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)       | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                  | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)           | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                  | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)               | không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                                | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                        | 5 km                                                                  |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                          | Công nhân, người lao động tại doanh nghiệp, hợp tác xã (khoản 6)      |
      | Thu nhập bình quân hàng tháng thực nhận                                      | 14.000.000 đồng                                                       |
      | Mua chính căn nhà đang thuê, thuê mua                                        | có                                                                    |
      | Nguồn vốn xây dựng dự án                                                     | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Căn nhà thuộc 20 % diện tích sàn dành để cho thuê (Nghị định 100/2015/NĐ-CP) | có                                                                    |
      | Ngày ký hợp đồng thuê, thuê mua căn nhà đang ở                               | 01/03/2025                                                            |
      | Thu nhập thực nhận của tháng cao nhất                                        | 14.000.000 đồng                                                       |
    Và ngày xét là 09/10/2025
    Khi xét "Người đang thuê, thuê mua mua chính căn nhà ở xã hội đang ở"
    Thì kết quả là "đủ điều kiện"
    Và kết luận không phải tạm xác định

  Tình huống: Phát hiện nếu bỏ yêu cầu “Chưa có nhà ở hoặc có nhà ở nhưng chật hẹp” ở “Chưa có nhà ở hoặc nhà ở chật hẹp và chưa được hưởng chính sách nhà ở ngoài căn nhà này”
    Biết hồ sơ:
      | Tỉnh                                                                         | Bắc Ninh                                                              |
      | Tình trạng hôn nhân                                                          | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                           | không                                                                 |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)       | có                                                                    |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                  | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)           | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                  | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)               | không                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                          | Công nhân, người lao động tại doanh nghiệp, hợp tác xã (khoản 6)      |
      | Thu nhập bình quân hàng tháng thực nhận                                      | 14.000.000 đồng                                                       |
      | Mua chính căn nhà đang thuê, thuê mua                                        | có                                                                    |
      | Nguồn vốn xây dựng dự án                                                     | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Căn nhà thuộc 20 % diện tích sàn dành để cho thuê (Nghị định 100/2015/NĐ-CP) | có                                                                    |
      | Ngày ký hợp đồng thuê, thuê mua căn nhà đang ở                               | 01/03/2025                                                            |
      | Thu nhập thực nhận của tháng cao nhất                                        | 14.000.000 đồng                                                       |
    Và ngày xét là 01/08/2024
    Khi xét "Người đang thuê, thuê mua mua chính căn nhà ở xã hội đang ở"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Hộ nghèo, cận nghèo nông thôn được tỉnh cho mua” ở “Đáp ứng điều kiện về thu nhập mà không theo mức trần chung”
    Biết hồ sơ:
      | Tỉnh                                                                         | Hải Phòng                                                             |
      | Tình trạng hôn nhân                                                          | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                           | không                                                                 |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)       | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                  | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)           | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                  | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)               | không                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                          | Hộ nghèo, cận nghèo nông thôn (khoản 2)                               |
      | Thu nhập bình quân hàng tháng thực nhận                                      | 14.000.000 đồng                                                       |
      | Mua chính căn nhà đang thuê, thuê mua                                        | có                                                                    |
      | Nguồn vốn xây dựng dự án                                                     | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Căn nhà thuộc 20 % diện tích sàn dành để cho thuê (Nghị định 100/2015/NĐ-CP) | có                                                                    |
      | Ngày ký hợp đồng thuê, thuê mua căn nhà đang ở                               | 01/03/2025                                                            |
      | Thu nhập thực nhận của tháng cao nhất                                        | 14.000.000 đồng                                                       |
    Và ngày xét là 01/08/2024
    Khi xét "Người đang thuê, thuê mua mua chính căn nhà ở xã hội đang ở"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Phát hiện nếu áp dụng từ ngày 31/07/2026 thay cho ngày 01/08/2026
    Biết hồ sơ:
      | Tình trạng hôn nhân                                                          | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                           | không                                                                 |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)       | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                  | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)           | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                  | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)               | không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                                | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                        | 5 km                                                                  |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                          | Công nhân, người lao động tại doanh nghiệp, hợp tác xã (khoản 6)      |
      | Thu nhập bình quân hàng tháng thực nhận                                      | 20.000.001 đồng                                                       |
      | Mua chính căn nhà đang thuê, thuê mua                                        | có                                                                    |
      | Nguồn vốn xây dựng dự án                                                     | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Căn nhà thuộc 20 % diện tích sàn dành để cho thuê (Nghị định 100/2015/NĐ-CP) | có                                                                    |
      | Ngày ký hợp đồng thuê, thuê mua căn nhà đang ở                               | 09/10/2025                                                            |
    Và ngày xét là 31/07/2026
    Khi xét "Người đang thuê, thuê mua mua chính căn nhà ở xã hội đang ở"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ yêu cầu “Vợ (chồng) chưa mua, thuê mua nhà ở xã hội” ở “Chưa mua, thuê mua căn nhà ở xã hội nào khác”
    Biết hồ sơ:
      | Tỉnh                                                                          | Bắc Ninh                                                              |
      | Tình trạng hôn nhân                                                           | Đã kết hôn                                                            |
      | Đang nuôi con dưới tuổi thành niên                                            | không                                                                 |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)        | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                   | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)            | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                   | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)                | không                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                           | Công nhân, người lao động tại doanh nghiệp, hợp tác xã (khoản 6)      |
      | Thu nhập bình quân hàng tháng thực nhận                                       | 14.000.000 đồng                                                       |
      | Mua chính căn nhà đang thuê, thuê mua                                         | có                                                                    |
      | Nguồn vốn xây dựng dự án                                                      | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Căn nhà thuộc 20 % diện tích sàn dành để cho thuê (Nghị định 100/2015/NĐ-CP)  | có                                                                    |
      | Ngày ký hợp đồng thuê, thuê mua căn nhà đang ở                                | 01/03/2025                                                            |
      | Thu nhập thực nhận của tháng cao nhất                                         | 14.000.000 đồng                                                       |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | có                                                                    |
    Và ngày xét là 01/08/2024
    Khi xét "Người đang thuê, thuê mua mua chính căn nhà ở xã hội đang ở"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Có nhà ở nhưng cách xa nơi làm việc và chưa mua nhà ở xã hội” ở “Đáp ứng điều kiện về nhà ở”
    Biết hồ sơ:
      | Tỉnh                                                                         | Bắc Ninh                                                              |
      | Tình trạng hôn nhân                                                          | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                           | không                                                                 |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)       | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                  | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)           | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                  | có                                                                    |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)               | không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                                | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                        | 5 km                                                                  |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                          | Công nhân, người lao động tại doanh nghiệp, hợp tác xã (khoản 6)      |
      | Thu nhập bình quân hàng tháng thực nhận                                      | 14.000.000 đồng                                                       |
      | Mua chính căn nhà đang thuê, thuê mua                                        | có                                                                    |
      | Nguồn vốn xây dựng dự án                                                     | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Căn nhà thuộc 20 % diện tích sàn dành để cho thuê (Nghị định 100/2015/NĐ-CP) | có                                                                    |
      | Ngày ký hợp đồng thuê, thuê mua căn nhà đang ở                               | 01/03/2025                                                            |
      | Thu nhập thực nhận của tháng cao nhất                                        | 14.000.000 đồng                                                       |
    Và ngày xét là 01/06/2025
    Khi xét "Người đang thuê, thuê mua mua chính căn nhà ở xã hội đang ở"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Phát hiện nếu áp dụng từ ngày 11/10/2025 thay cho ngày 10/10/2025
    Biết hồ sơ:
      | Tỉnh                                                                         | Bắc Ninh                                                              |
      | Tình trạng hôn nhân                                                          | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                           | không                                                                 |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)       | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                  | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)           | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                  | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)               | không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                                | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                        | 5 km                                                                  |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                          | Công nhân, người lao động tại doanh nghiệp, hợp tác xã (khoản 6)      |
      | Thu nhập bình quân hàng tháng thực nhận                                      | 14.000.000 đồng                                                       |
      | Mua chính căn nhà đang thuê, thuê mua                                        | có                                                                    |
      | Nguồn vốn xây dựng dự án                                                     | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Căn nhà thuộc 20 % diện tích sàn dành để cho thuê (Nghị định 100/2015/NĐ-CP) | không                                                                 |
      | Ngày ký hợp đồng thuê, thuê mua căn nhà đang ở                               | 01/03/2025                                                            |
      | Thu nhập thực nhận của tháng cao nhất                                        | 14.000.000 đồng                                                       |
    Và ngày xét là 10/10/2025
    Khi xét "Người đang thuê, thuê mua mua chính căn nhà ở xã hội đang ở"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Hộ nghèo, cận nghèo đô thị theo chuẩn của Chính phủ” ở “Đáp ứng điều kiện về thu nhập mà không theo mức trần chung”
    Biết hồ sơ:
      | Tỉnh                                                                         | Bắc Ninh                                                              |
      | Tình trạng hôn nhân                                                          | Chưa kết hôn                                                          |
      | Đang nuôi con dưới tuổi thành niên                                           | không                                                                 |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)       | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                  | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)           | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                  | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)               | không                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                          | Hộ nghèo, cận nghèo đô thị (khoản 4)                                  |
      | Thu nhập bình quân hàng tháng thực nhận                                      | 14.000.000 đồng                                                       |
      | Mua chính căn nhà đang thuê, thuê mua                                        | có                                                                    |
      | Nguồn vốn xây dựng dự án                                                     | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Căn nhà thuộc 20 % diện tích sàn dành để cho thuê (Nghị định 100/2015/NĐ-CP) | có                                                                    |
      | Ngày ký hợp đồng thuê, thuê mua căn nhà đang ở                               | 01/03/2025                                                            |
      | Thu nhập thực nhận của tháng cao nhất                                        | 14.000.000 đồng                                                       |
    Và ngày xét là 01/08/2024
    Khi xét "Người đang thuê, thuê mua mua chính căn nhà ở xã hội đang ở"
    Thì kết quả là "chưa đủ thông tin"
