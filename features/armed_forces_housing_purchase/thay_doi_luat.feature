# language: vi
Tính năng: Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân: mỗi thay đổi của luật phải bị phát hiện
  Các tình huống này được soạn từ những thay đổi thử của bộ quy tắc mà các tình huống khác chưa phát hiện. Kết quả ghi ở đây
  là kết quả của bộ quy tắc ngày soạn, còn chờ cán bộ pháp chế đối chiếu từng dòng với văn bản.

  Tình huống: Phát hiện nếu bỏ trường hợp “Nguồn vốn xây dựng dự án” là “Vốn đầu tư công” ở “Dự án được bán nhà ở cho lực lượng vũ trang”
    Biết hồ sơ:
      | Tình trạng hôn nhân                                                    | Chưa kết hôn                          |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án) | không                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                            | không                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)     | không                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án            | không                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)         | không                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                    | Lực lượng vũ trang nhân dân (khoản 7) |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội              | không                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                       | không                                 |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                           | 30.000.000 đồng                       |
      | Thu nhập bình quân hàng tháng thực nhận                                | 25.000.000 đồng                       |
      | Thu nhập thực nhận của tháng cao nhất                                  | 25.000.000 đồng                       |
      | Nguồn vốn xây dựng dự án                                               | Vốn đầu tư công                       |
    Và ngày xét là 01/08/2024
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ yêu cầu “Hộ chưa mua, thuê mua nhà ở cho lực lượng vũ trang” ở “Có nhà ở nhưng cách xa nơi làm việc và chưa mua nhà ở xã hội”
    Biết hồ sơ:
      | Tỉnh                                                                   | Hải Phòng                                                             |
      | Tình trạng hôn nhân                                                    | Chưa kết hôn                                                          |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án) | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                            | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)     | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án            | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)         | không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                          | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                  | 5 km                                                                  |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                    | Lực lượng vũ trang nhân dân (khoản 7)                                 |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội              | không                                                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                       | có                                                                    |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                           | 30.000.000 đồng                                                       |
      | Thu nhập bình quân hàng tháng thực nhận                                | 30.000.000 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                  | 25.000.000 đồng                                                       |
      | Nguồn vốn xây dựng dự án                                               | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
    Và ngày xét là 09/10/2025
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "far_from_work_case"

  Tình huống: Phát hiện nếu không phân biệt trường hợp và luôn dùng “Số lần tổng thu nhập cấp Đại tá khi cả hai vợ chồng thuộc lực lượng vũ trang” nhân “Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá”
    Biết hồ sơ:
      | Tình trạng hôn nhân                                                           | Đã kết hôn                                                            |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)        | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                   | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)            | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                   | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)                | không                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                           | Lực lượng vũ trang nhân dân (khoản 7)                                 |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội                     | không                                                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                              | không                                                                 |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                                  | 30.000.000 đồng                                                       |
      | Thu nhập bình quân hàng tháng thực nhận                                       | 25.000.000 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                         | 25.000.000 đồng                                                       |
      | Nguồn vốn xây dựng dự án                                                      | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)               | không                                                                 |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Thu nhập bình quân hàng tháng của vợ (chồng)                                  | 19.999.999 đồng                                                       |
    Và ngày xét là 01/08/2024
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Phát hiện nếu “Thu nhập bình quân hàng tháng thực nhận” cộng “Thu nhập bình quân hàng tháng của vợ (chồng)” được đổi thành “Thu nhập bình quân hàng tháng thực nhận” trừ “Thu nhập bình quân hàng tháng của vợ (chồng)” ở “Thu nhập không vượt mức tính theo tổng thu nhập của sĩ quan cấp bậc hàm Đại tá”
    Biết hồ sơ:
      | Tình trạng hôn nhân                                                           | Đã kết hôn                                                            |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)        | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                   | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)            | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                   | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)                | không                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                           | Lực lượng vũ trang nhân dân (khoản 7)                                 |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội                     | không                                                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                              | không                                                                 |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                                  | 30.000.000 đồng                                                       |
      | Thu nhập bình quân hàng tháng thực nhận                                       | 25.000.002 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                         | 25.000.000 đồng                                                       |
      | Nguồn vốn xây dựng dự án                                                      | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)                         | có                                                                    |
      | Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)               | không                                                                 |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Thu nhập bình quân hàng tháng của vợ (chồng)                                  | 34.999.999 đồng                                                       |
    Và ngày xét là 01/08/2024
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu “Thu nhập bình quân hàng tháng thực nhận” cộng “Thu nhập bình quân hàng tháng của vợ (chồng)” không quá “Số lần tổng thu nhập cấp Đại tá khi cả hai vợ chồng thuộc lực lượng vũ trang” nhân “Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá” được đổi thành “Thu nhập bình quân hàng tháng thực nhận” cộng “Thu nhập bình quân hàng tháng của vợ (chồng)” nhỏ hơn “Số lần tổng thu nhập cấp Đại tá khi cả hai vợ chồng thuộc lực lượng vũ trang” nhân “Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá” ở “Thu nhập không vượt mức tính theo tổng thu nhập của sĩ quan cấp bậc hàm Đại tá”
    Biết hồ sơ:
      | Tình trạng hôn nhân                                                           | Đã kết hôn                                                            |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)        | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                   | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)            | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                   | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)                | không                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                           | Lực lượng vũ trang nhân dân (khoản 7)                                 |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội                     | không                                                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                              | không                                                                 |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                                  | 30.000.000 đồng                                                       |
      | Thu nhập bình quân hàng tháng thực nhận                                       | 25.000.000 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                         | 25.000.000 đồng                                                       |
      | Nguồn vốn xây dựng dự án                                                      | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)                         | có                                                                    |
      | Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)               | không                                                                 |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Thu nhập bình quân hàng tháng của vợ (chồng)                                  | 35.000.000 đồng                                                       |
    Và ngày xét là 01/08/2024
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu không phân biệt trường hợp và luôn dùng “Thu nhập bình quân hàng tháng thực nhận” cộng “Thu nhập bình quân hàng tháng của vợ (chồng)” không quá “Số lần tổng thu nhập cấp Đại tá khi cả hai vợ chồng thuộc lực lượng vũ trang” nhân “Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá” ở “Thu nhập không vượt mức tính theo tổng thu nhập của sĩ quan cấp bậc hàm Đại tá”
    Biết hồ sơ:
      | Tình trạng hôn nhân                                                           | Đã kết hôn                                                            |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)        | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                   | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)            | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                   | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)                | không                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                           | Lực lượng vũ trang nhân dân (khoản 7)                                 |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội                     | không                                                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                              | không                                                                 |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                                  | 30.000.000 đồng                                                       |
      | Thu nhập bình quân hàng tháng thực nhận                                       | 40.000.001 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                         | 25.000.000 đồng                                                       |
      | Nguồn vốn xây dựng dự án                                                      | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)                         | không                                                                 |
      | Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)               | không                                                                 |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Thu nhập bình quân hàng tháng của vợ (chồng)                                  | 19.999.999 đồng                                                       |
    Và ngày xét là 01/08/2024
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu không phân biệt trường hợp và luôn dùng “Thu nhập bình quân hàng tháng thực nhận” không quá “Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá” ở “Thu nhập không vượt mức tính theo tổng thu nhập của sĩ quan cấp bậc hàm Đại tá”
    Biết hồ sơ:
      | Tình trạng hôn nhân                                                           | Đã kết hôn                                                            |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)        | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                   | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)            | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                   | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)                | không                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                           | Lực lượng vũ trang nhân dân (khoản 7)                                 |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội                     | không                                                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                              | không                                                                 |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                                  | 30.000.000 đồng                                                       |
      | Thu nhập bình quân hàng tháng thực nhận                                       | 25.000.002 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                         | 25.000.000 đồng                                                       |
      | Nguồn vốn xây dựng dự án                                                      | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)                         | không                                                                 |
      | Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)               | không                                                                 |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Thu nhập bình quân hàng tháng của vợ (chồng)                                  | 19.999.999 đồng                                                       |
    Và ngày xét là 01/08/2024
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu “Thu nhập bình quân hàng tháng thực nhận” cộng “Thu nhập bình quân hàng tháng của vợ (chồng)” không quá “Số lần tổng thu nhập cấp Đại tá khi chỉ một người thuộc lực lượng vũ trang” nhân “Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá” cộng “Mức cộng thêm cho vợ (chồng) không thuộc lực lượng vũ trang” được đổi thành “Thu nhập bình quân hàng tháng thực nhận” cộng “Thu nhập bình quân hàng tháng của vợ (chồng)” lớn hơn “Số lần tổng thu nhập cấp Đại tá khi chỉ một người thuộc lực lượng vũ trang” nhân “Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá” cộng “Mức cộng thêm cho vợ (chồng) không thuộc lực lượng vũ trang” ở “Thu nhập không vượt mức tính theo tổng thu nhập của sĩ quan cấp bậc hàm Đại tá”
    Biết hồ sơ:
      | Tình trạng hôn nhân                                                           | Đã kết hôn                                                            |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)        | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                   | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)            | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                   | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)                | không                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                           | Lực lượng vũ trang nhân dân (khoản 7)                                 |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội                     | không                                                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                              | không                                                                 |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                                  | 30.000.000 đồng                                                       |
      | Thu nhập bình quân hàng tháng thực nhận                                       | 25.000.000 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                         | 25.000.000 đồng                                                       |
      | Nguồn vốn xây dựng dự án                                                      | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)                         | không                                                                 |
      | Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)               | không                                                                 |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Thu nhập bình quân hàng tháng của vợ (chồng)                                  | 19.999.999 đồng                                                       |
    Và ngày xét là 01/08/2024
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu không tính đến “Thu nhập bình quân hàng tháng thực nhận” ở “Thu nhập không vượt mức tính theo tổng thu nhập của sĩ quan cấp bậc hàm Đại tá”
    Biết hồ sơ:
      | Tình trạng hôn nhân                                                           | Đã kết hôn                                                            |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)        | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                   | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)            | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                   | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)                | không                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                           | Lực lượng vũ trang nhân dân (khoản 7)                                 |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội                     | không                                                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                              | không                                                                 |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                                  | 30.000.000 đồng                                                       |
      | Thu nhập bình quân hàng tháng thực nhận                                       | 25.000.002 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                         | 25.000.000 đồng                                                       |
      | Nguồn vốn xây dựng dự án                                                      | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)                         | có                                                                    |
      | Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)               | không                                                                 |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Thu nhập bình quân hàng tháng của vợ (chồng)                                  | 34.999.999 đồng                                                       |
    Và ngày xét là 01/08/2024
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu không tính đến “Thu nhập bình quân hàng tháng của vợ (chồng)” ở “Thu nhập không vượt mức tính theo tổng thu nhập của sĩ quan cấp bậc hàm Đại tá”
    Biết hồ sơ:
      | Tình trạng hôn nhân                                                           | Đã kết hôn                                                            |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)        | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                   | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)            | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                   | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)                | không                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                           | Lực lượng vũ trang nhân dân (khoản 7)                                 |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội                     | không                                                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                              | không                                                                 |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                                  | 30.000.000 đồng                                                       |
      | Thu nhập bình quân hàng tháng thực nhận                                       | 25.000.002 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                         | 25.000.000 đồng                                                       |
      | Nguồn vốn xây dựng dự án                                                      | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)                         | có                                                                    |
      | Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)               | không                                                                 |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Thu nhập bình quân hàng tháng của vợ (chồng)                                  | 34.999.999 đồng                                                       |
    Và ngày xét là 01/08/2024
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu “Thu nhập bình quân hàng tháng thực nhận” cộng “Thu nhập bình quân hàng tháng của vợ (chồng)” không quá “Số lần tổng thu nhập cấp Đại tá khi cả hai vợ chồng thuộc lực lượng vũ trang” nhân “Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá” được đổi thành “Thu nhập bình quân hàng tháng thực nhận” cộng “Thu nhập bình quân hàng tháng của vợ (chồng)” nhỏ hơn “Số lần tổng thu nhập cấp Đại tá khi cả hai vợ chồng thuộc lực lượng vũ trang” nhân “Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá” ở “Thu nhập không vượt mức tính theo tổng thu nhập của sĩ quan cấp bậc hàm Đại tá” (2)
    Biết hồ sơ:
      | Tỉnh                                                                          | Bắc Ninh                                                              |
      | Tình trạng hôn nhân                                                           | Đã kết hôn                                                            |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)        | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                   | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)            | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                   | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)                | không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                                 | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                         | 5 km                                                                  |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                           | Lực lượng vũ trang nhân dân (khoản 7)                                 |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội                     | không                                                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                              | không                                                                 |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                                  | 30.000.000 đồng                                                       |
      | Thu nhập bình quân hàng tháng thực nhận                                       | 25.000.000 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                         | 25.000.000 đồng                                                       |
      | Nguồn vốn xây dựng dự án                                                      | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)                         | có                                                                    |
      | Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)               | không                                                                 |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Thu nhập bình quân hàng tháng của vợ (chồng)                                  | 35.000.000 đồng                                                       |
    Và ngày xét là 10/10/2025
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu không phân biệt trường hợp và luôn dùng “Thu nhập bình quân hàng tháng thực nhận” cộng “Thu nhập bình quân hàng tháng của vợ (chồng)” không quá “Số lần tổng thu nhập cấp Đại tá khi chỉ một người thuộc lực lượng vũ trang” nhân “Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá” cộng “Mức cộng thêm cho vợ (chồng) không thuộc lực lượng vũ trang” ở “Thu nhập không vượt mức tính theo tổng thu nhập của sĩ quan cấp bậc hàm Đại tá”
    Biết hồ sơ:
      | Tỉnh                                                                          | Bắc Ninh                                                              |
      | Tình trạng hôn nhân                                                           | Đã kết hôn                                                            |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)        | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                   | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)            | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                   | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)                | không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                                 | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                         | 5 km                                                                  |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                           | Lực lượng vũ trang nhân dân (khoản 7)                                 |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội                     | không                                                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                              | không                                                                 |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                                  | 30.000.000 đồng                                                       |
      | Thu nhập bình quân hàng tháng thực nhận                                       | 25.000.000 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                         | 25.000.000 đồng                                                       |
      | Nguồn vốn xây dựng dự án                                                      | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)                         | có                                                                    |
      | Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)               | không                                                                 |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Thu nhập bình quân hàng tháng của vợ (chồng)                                  | 34.999.999 đồng                                                       |
    Và ngày xét là 10/10/2025
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu không tính đến “Thu nhập bình quân hàng tháng của vợ (chồng)” ở “Thu nhập không vượt mức tính theo tổng thu nhập của sĩ quan cấp bậc hàm Đại tá” (2)
    Biết hồ sơ:
      | Tỉnh                                                                          | Bắc Ninh                                                              |
      | Tình trạng hôn nhân                                                           | Đã kết hôn                                                            |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)        | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                   | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)            | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                   | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)                | không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                                 | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                         | 5 km                                                                  |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                           | Lực lượng vũ trang nhân dân (khoản 7)                                 |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội                     | không                                                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                              | không                                                                 |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                                  | 30.000.000 đồng                                                       |
      | Thu nhập bình quân hàng tháng thực nhận                                       | 25.000.002 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                         | 25.000.000 đồng                                                       |
      | Nguồn vốn xây dựng dự án                                                      | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)                         | có                                                                    |
      | Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)               | không                                                                 |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Thu nhập bình quân hàng tháng của vợ (chồng)                                  | 34.999.999 đồng                                                       |
    Và ngày xét là 10/10/2025
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu là 1,51 thay cho 1,5
    Biết hồ sơ:
      | Tình trạng hôn nhân                                                           | Đã kết hôn                                                            |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)        | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                   | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)            | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                   | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)                | không                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                           | Lực lượng vũ trang nhân dân (khoản 7)                                 |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội                     | không                                                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                              | không                                                                 |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                                  | 30.000.000 đồng                                                       |
      | Thu nhập bình quân hàng tháng thực nhận                                       | 25.000.002 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                         | 25.000.000 đồng                                                       |
      | Nguồn vốn xây dựng dự án                                                      | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)                         | không                                                                 |
      | Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)               | không                                                                 |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Thu nhập bình quân hàng tháng của vợ (chồng)                                  | 19.999.999 đồng                                                       |
    Và ngày xét là 01/08/2024
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu áp dụng từ ngày 22/09/2025 thay cho ngày 23/09/2025
    Biết hồ sơ:
      | Tỉnh                                                                   | Bắc Ninh                                                              |
      | Tình trạng hôn nhân                                                    | Chưa kết hôn                                                          |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án) | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                            | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)     | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án            | có                                                                    |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)         | không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                          | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                  | 5 km                                                                  |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                    | Lực lượng vũ trang nhân dân (khoản 7)                                 |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội              | không                                                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                       | không                                                                 |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                           | 30.000.000 đồng                                                       |
      | Thu nhập bình quân hàng tháng thực nhận                                | 25.000.000 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                  | 25.000.000 đồng                                                       |
      | Nguồn vốn xây dựng dự án                                               | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
    Và ngày xét là 22/09/2025
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Phát hiện nếu bỏ yêu cầu không phải “Giấy chứng nhận của vợ (chồng) có thông tin về nhà ở” ở “Không có nhà ở ghi trên Giấy chứng nhận tại tỉnh nơi có dự án”
    Biết hồ sơ:
      | Tình trạng hôn nhân                                                    | Đã kết hôn                            |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án) | không                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                            | không                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)     | không                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án            | không                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)         | không                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                    | Lực lượng vũ trang nhân dân (khoản 7) |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội              | không                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                       | không                                 |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                           | 30.000.000 đồng                       |
      | Thu nhập bình quân hàng tháng thực nhận                                | 25.000.000 đồng                       |
      | Thu nhập thực nhận của tháng cao nhất                                  | 25.000.000 đồng                       |
      | Nguồn vốn xây dựng dự án                                               | Vốn đầu tư công                       |
    Và ngày xét là 06/04/2026
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "chưa đủ thông tin"
    Và chưa xác định "without_home_on_certificate"

  Tình huống: Phát hiện nếu “Thu nhập bình quân hàng tháng thực nhận” cộng “Thu nhập bình quân hàng tháng của vợ (chồng)” được đổi thành “Thu nhập bình quân hàng tháng thực nhận” trừ “Thu nhập bình quân hàng tháng của vợ (chồng)” ở “Thu nhập không vượt mức tính theo tổng thu nhập của sĩ quan cấp bậc hàm Đại tá” (2)
    Biết hồ sơ:
      | Tình trạng hôn nhân                                                           | Đã kết hôn                                                            |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)        | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                   | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)            | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                   | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)                | không                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                           | Lực lượng vũ trang nhân dân (khoản 7)                                 |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội                     | không                                                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                              | không                                                                 |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                                  | 30.000.000 đồng                                                       |
      | Thu nhập bình quân hàng tháng thực nhận                                       | 40.000.001 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                         | 25.000.000 đồng                                                       |
      | Nguồn vốn xây dựng dự án                                                      | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)                         | không                                                                 |
      | Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)               | không                                                                 |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Thu nhập bình quân hàng tháng của vợ (chồng)                                  | 19.999.999 đồng                                                       |
    Và ngày xét là 01/08/2024
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu “Thu nhập bình quân hàng tháng thực nhận” cộng “Thu nhập bình quân hàng tháng của vợ (chồng)” không quá “Số lần tổng thu nhập cấp Đại tá khi chỉ một người thuộc lực lượng vũ trang” nhân “Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá” cộng “Mức cộng thêm cho vợ (chồng) không thuộc lực lượng vũ trang” được đổi thành “Thu nhập bình quân hàng tháng thực nhận” cộng “Thu nhập bình quân hàng tháng của vợ (chồng)” nhỏ hơn “Số lần tổng thu nhập cấp Đại tá khi chỉ một người thuộc lực lượng vũ trang” nhân “Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá” cộng “Mức cộng thêm cho vợ (chồng) không thuộc lực lượng vũ trang” ở “Thu nhập không vượt mức tính theo tổng thu nhập của sĩ quan cấp bậc hàm Đại tá”
    Biết hồ sơ:
      | Tình trạng hôn nhân                                                           | Đã kết hôn                                                            |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)        | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                   | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)            | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                   | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)                | không                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                           | Lực lượng vũ trang nhân dân (khoản 7)                                 |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội                     | không                                                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                              | không                                                                 |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                                  | 30.000.000 đồng                                                       |
      | Thu nhập bình quân hàng tháng thực nhận                                       | 25.000.000 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                         | 25.000.000 đồng                                                       |
      | Nguồn vốn xây dựng dự án                                                      | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)                         | không                                                                 |
      | Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)               | không                                                                 |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Thu nhập bình quân hàng tháng của vợ (chồng)                                  | 20.000.000 đồng                                                       |
    Và ngày xét là 01/08/2024
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu không phân biệt trường hợp và luôn dùng “Thu nhập bình quân hàng tháng thực nhận” cộng “Thu nhập bình quân hàng tháng của vợ (chồng)” không quá “Số lần tổng thu nhập cấp Đại tá khi chỉ một người thuộc lực lượng vũ trang” nhân “Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá” cộng “Mức cộng thêm cho vợ (chồng) không thuộc lực lượng vũ trang” ở “Thu nhập không vượt mức tính theo tổng thu nhập của sĩ quan cấp bậc hàm Đại tá” (2)
    Biết hồ sơ:
      | Tình trạng hôn nhân                                                           | Đã kết hôn                                                            |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)        | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                   | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)            | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                   | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)                | không                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                           | Lực lượng vũ trang nhân dân (khoản 7)                                 |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội                     | không                                                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                              | không                                                                 |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                                  | 30.000.000 đồng                                                       |
      | Thu nhập bình quân hàng tháng thực nhận                                       | 25.000.000 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                         | 25.000.000 đồng                                                       |
      | Nguồn vốn xây dựng dự án                                                      | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)                         | có                                                                    |
      | Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)               | không                                                                 |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Thu nhập bình quân hàng tháng của vợ (chồng)                                  | 34.999.999 đồng                                                       |
    Và ngày xét là 01/08/2024
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu “Thu nhập bình quân hàng tháng thực nhận” cộng “Thu nhập bình quân hàng tháng của vợ (chồng)” không quá “Số lần tổng thu nhập cấp Đại tá khi cả hai vợ chồng thuộc lực lượng vũ trang” nhân “Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá” được đổi thành “Thu nhập bình quân hàng tháng thực nhận” cộng “Thu nhập bình quân hàng tháng của vợ (chồng)” lớn hơn “Số lần tổng thu nhập cấp Đại tá khi cả hai vợ chồng thuộc lực lượng vũ trang” nhân “Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá” ở “Thu nhập không vượt mức tính theo tổng thu nhập của sĩ quan cấp bậc hàm Đại tá”
    Biết hồ sơ:
      | Tình trạng hôn nhân                                                           | Đã kết hôn                                                            |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)        | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                   | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)            | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                   | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)                | không                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                           | Lực lượng vũ trang nhân dân (khoản 7)                                 |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội                     | không                                                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                              | không                                                                 |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                                  | 30.000.000 đồng                                                       |
      | Thu nhập bình quân hàng tháng thực nhận                                       | 25.000.000 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                         | 25.000.000 đồng                                                       |
      | Nguồn vốn xây dựng dự án                                                      | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)                         | có                                                                    |
      | Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)               | không                                                                 |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Thu nhập bình quân hàng tháng của vợ (chồng)                                  | 34.999.999 đồng                                                       |
    Và ngày xét là 01/08/2024
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu “Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)” được đổi thành không phải “Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)” ở “Thu nhập không vượt mức tính theo tổng thu nhập của sĩ quan cấp bậc hàm Đại tá”
    Biết hồ sơ:
      | Tình trạng hôn nhân                                                           | Đã kết hôn                                                            |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)        | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                   | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)            | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                   | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)                | không                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                           | Lực lượng vũ trang nhân dân (khoản 7)                                 |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội                     | không                                                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                              | không                                                                 |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                                  | 30.000.000 đồng                                                       |
      | Thu nhập bình quân hàng tháng thực nhận                                       | 25.000.000 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                         | 25.000.000 đồng                                                       |
      | Nguồn vốn xây dựng dự án                                                      | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)                         | có                                                                    |
      | Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)               | không                                                                 |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Thu nhập bình quân hàng tháng của vợ (chồng)                                  | 34.999.999 đồng                                                       |
    Và ngày xét là 01/08/2024
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu không tính đến “Số lần tổng thu nhập cấp Đại tá khi chỉ một người thuộc lực lượng vũ trang” nhân “Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá” ở “Thu nhập không vượt mức tính theo tổng thu nhập của sĩ quan cấp bậc hàm Đại tá”
    Biết hồ sơ:
      | Tình trạng hôn nhân                                                           | Đã kết hôn                                                            |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)        | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                   | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)            | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                   | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)                | không                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                           | Lực lượng vũ trang nhân dân (khoản 7)                                 |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội                     | không                                                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                              | không                                                                 |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                                  | 30.000.000 đồng                                                       |
      | Thu nhập bình quân hàng tháng thực nhận                                       | 25.000.000 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                         | 25.000.000 đồng                                                       |
      | Nguồn vốn xây dựng dự án                                                      | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)                         | không                                                                 |
      | Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)               | không                                                                 |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Thu nhập bình quân hàng tháng của vợ (chồng)                                  | 19.999.999 đồng                                                       |
    Và ngày xét là 01/08/2024
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu không tính đến “Thu nhập bình quân hàng tháng thực nhận” ở “Thu nhập không vượt mức tính theo tổng thu nhập của sĩ quan cấp bậc hàm Đại tá” (2)
    Biết hồ sơ:
      | Tình trạng hôn nhân                                                           | Đã kết hôn                                                            |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)        | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                   | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)            | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                   | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)                | không                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                           | Lực lượng vũ trang nhân dân (khoản 7)                                 |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội                     | không                                                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                              | không                                                                 |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                                  | 30.000.000 đồng                                                       |
      | Thu nhập bình quân hàng tháng thực nhận                                       | 40.000.001 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                         | 25.000.000 đồng                                                       |
      | Nguồn vốn xây dựng dự án                                                      | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)                         | không                                                                 |
      | Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)               | không                                                                 |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Thu nhập bình quân hàng tháng của vợ (chồng)                                  | 19.999.999 đồng                                                       |
    Và ngày xét là 01/08/2024
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu không tính đến “Thu nhập bình quân hàng tháng của vợ (chồng)” ở “Thu nhập không vượt mức tính theo tổng thu nhập của sĩ quan cấp bậc hàm Đại tá” (3)
    Biết hồ sơ:
      | Tình trạng hôn nhân                                                           | Đã kết hôn                                                            |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)        | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                   | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)            | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                   | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)                | không                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                           | Lực lượng vũ trang nhân dân (khoản 7)                                 |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội                     | không                                                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                              | không                                                                 |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                                  | 30.000.000 đồng                                                       |
      | Thu nhập bình quân hàng tháng thực nhận                                       | 40.000.001 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                         | 25.000.000 đồng                                                       |
      | Nguồn vốn xây dựng dự án                                                      | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)                         | không                                                                 |
      | Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)               | không                                                                 |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Thu nhập bình quân hàng tháng của vợ (chồng)                                  | 19.999.999 đồng                                                       |
    Và ngày xét là 01/08/2024
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu “Thu nhập bình quân hàng tháng thực nhận” cộng “Thu nhập bình quân hàng tháng của vợ (chồng)” được đổi thành “Thu nhập bình quân hàng tháng thực nhận” trừ “Thu nhập bình quân hàng tháng của vợ (chồng)” ở “Thu nhập không vượt mức tính theo tổng thu nhập của sĩ quan cấp bậc hàm Đại tá” (3)
    Biết hồ sơ:
      | Tỉnh                                                                          | Bắc Ninh                                                              |
      | Tình trạng hôn nhân                                                           | Đã kết hôn                                                            |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)        | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                   | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)            | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                   | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)                | không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                                 | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                         | 5 km                                                                  |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                           | Lực lượng vũ trang nhân dân (khoản 7)                                 |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội                     | không                                                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                              | không                                                                 |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                                  | 30.000.000 đồng                                                       |
      | Thu nhập bình quân hàng tháng thực nhận                                       | 25.000.002 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                         | 25.000.000 đồng                                                       |
      | Nguồn vốn xây dựng dự án                                                      | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)                         | có                                                                    |
      | Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)               | không                                                                 |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Thu nhập bình quân hàng tháng của vợ (chồng)                                  | 34.999.999 đồng                                                       |
    Và ngày xét là 10/10/2025
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu “Thu nhập bình quân hàng tháng thực nhận” không quá “Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá” được đổi thành “Thu nhập bình quân hàng tháng thực nhận” nhỏ hơn “Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá” ở “Thu nhập không vượt mức tính theo tổng thu nhập của sĩ quan cấp bậc hàm Đại tá”
    Biết hồ sơ:
      | Tỉnh                                                                   | Bắc Ninh                                                              |
      | Tình trạng hôn nhân                                                    | Chưa kết hôn                                                          |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án) | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                            | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)     | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án            | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)         | không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                          | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                  | 5 km                                                                  |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                    | Lực lượng vũ trang nhân dân (khoản 7)                                 |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội              | không                                                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                       | không                                                                 |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                           | 30.000.000 đồng                                                       |
      | Thu nhập bình quân hàng tháng thực nhận                                | 30.000.000 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                  | 25.000.000 đồng                                                       |
      | Nguồn vốn xây dựng dự án                                               | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
    Và ngày xét là 10/10/2025
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu “Thu nhập bình quân hàng tháng thực nhận” cộng “Thu nhập bình quân hàng tháng của vợ (chồng)” không quá “Số lần tổng thu nhập cấp Đại tá khi cả hai vợ chồng thuộc lực lượng vũ trang” nhân “Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá” được đổi thành “Thu nhập bình quân hàng tháng thực nhận” cộng “Thu nhập bình quân hàng tháng của vợ (chồng)” lớn hơn “Số lần tổng thu nhập cấp Đại tá khi cả hai vợ chồng thuộc lực lượng vũ trang” nhân “Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá” ở “Thu nhập không vượt mức tính theo tổng thu nhập của sĩ quan cấp bậc hàm Đại tá” (2)
    Biết hồ sơ:
      | Tỉnh                                                                          | Bắc Ninh                                                              |
      | Tình trạng hôn nhân                                                           | Đã kết hôn                                                            |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)        | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                   | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)            | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                   | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)                | không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                                 | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                         | 5 km                                                                  |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                           | Lực lượng vũ trang nhân dân (khoản 7)                                 |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội                     | không                                                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                              | không                                                                 |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                                  | 30.000.000 đồng                                                       |
      | Thu nhập bình quân hàng tháng thực nhận                                       | 25.000.000 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                         | 25.000.000 đồng                                                       |
      | Nguồn vốn xây dựng dự án                                                      | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)                         | có                                                                    |
      | Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)               | không                                                                 |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Thu nhập bình quân hàng tháng của vợ (chồng)                                  | 34.999.999 đồng                                                       |
    Và ngày xét là 10/10/2025
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu không tính đến “Thu nhập bình quân hàng tháng thực nhận” ở “Thu nhập không vượt mức tính theo tổng thu nhập của sĩ quan cấp bậc hàm Đại tá” (3)
    Biết hồ sơ:
      | Tỉnh                                                                          | Bắc Ninh                                                              |
      | Tình trạng hôn nhân                                                           | Đã kết hôn                                                            |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)        | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                   | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)            | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                   | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)                | không                                                                 |
      | Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc                                 | 5 km                                                                  |
      | Khoảng cách từ nơi làm việc đến dự án                                         | 5 km                                                                  |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                           | Lực lượng vũ trang nhân dân (khoản 7)                                 |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội                     | không                                                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                              | không                                                                 |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                                  | 30.000.000 đồng                                                       |
      | Thu nhập bình quân hàng tháng thực nhận                                       | 25.000.002 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                         | 25.000.000 đồng                                                       |
      | Nguồn vốn xây dựng dự án                                                      | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)                         | có                                                                    |
      | Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)               | không                                                                 |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Thu nhập bình quân hàng tháng của vợ (chồng)                                  | 34.999.999 đồng                                                       |
    Và ngày xét là 10/10/2025
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu là 1,49 thay cho 1,5
    Biết hồ sơ:
      | Tình trạng hôn nhân                                                           | Đã kết hôn                                                            |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)        | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                                   | không                                                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)            | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án                   | không                                                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)                | không                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                           | Lực lượng vũ trang nhân dân (khoản 7)                                 |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội                     | không                                                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                              | không                                                                 |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                                  | 30.000.000 đồng                                                       |
      | Thu nhập bình quân hàng tháng thực nhận                                       | 25.000.000 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                         | 25.000.000 đồng                                                       |
      | Nguồn vốn xây dựng dự án                                                      | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
      | Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)                         | không                                                                 |
      | Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)               | không                                                                 |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không                                                                 |
      | Thu nhập bình quân hàng tháng của vợ (chồng)                                  | 19.999.999 đồng                                                       |
    Và ngày xét là 01/08/2024
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu áp dụng từ ngày 31/05/2025 thay cho ngày 01/06/2025 ở “Nhà ở thuộc sở hữu cách xa địa điểm làm việc theo quy định của tỉnh”
    Biết hồ sơ:
      | Tình trạng hôn nhân                                                    | Chưa kết hôn                                                          |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án) | không                                                                 |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                            | có                                                                    |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)     | không                                                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án            | có                                                                    |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)         | không                                                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                    | Lực lượng vũ trang nhân dân (khoản 7)                                 |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội              | không                                                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                       | không                                                                 |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                           | 30.000.000 đồng                                                       |
      | Thu nhập bình quân hàng tháng thực nhận                                | 25.000.000 đồng                                                       |
      | Thu nhập thực nhận của tháng cao nhất                                  | 25.000.000 đồng                                                       |
      | Nguồn vốn xây dựng dự án                                               | Vốn của chủ đầu tư, không dùng vốn đầu tư công và tài chính công đoàn |
    Và ngày xét là 31/05/2025
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu áp dụng từ ngày 08/02/2026 thay cho ngày 09/02/2026 ở “Không có nhà ở ghi trên Giấy chứng nhận tại tỉnh nơi có dự án”
    Biết hồ sơ:
      | Tình trạng hôn nhân                                                    | Chưa kết hôn                          |
      | Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án) | có                                    |
      | Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án                            | không                                 |
      | Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)     | không                                 |
      | Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án            | không                                 |
      | Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)         | không                                 |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                    | Lực lượng vũ trang nhân dân (khoản 7) |
      | Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội              | không                                 |
      | Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang                       | không                                 |
      | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá                           | 30.000.000 đồng                       |
      | Thu nhập bình quân hàng tháng thực nhận                                | 25.000.000 đồng                       |
      | Thu nhập thực nhận của tháng cao nhất                                  | 25.000.000 đồng                       |
      | Nguồn vốn xây dựng dự án                                               | Vốn đầu tư công                       |
    Và ngày xét là 08/02/2026
    Khi xét "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân"
    Thì kết quả là "không đủ điều kiện"
