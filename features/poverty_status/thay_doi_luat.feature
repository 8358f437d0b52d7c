# language: vi
Tính năng: Xác định hộ nghèo, hộ cận nghèo: mỗi thay đổi của luật phải bị phát hiện
  Các tình huống này được soạn từ những thay đổi thử của bộ quy tắc mà các tình huống khác chưa phát hiện. Kết quả ghi ở đây
  là kết quả của bộ quy tắc ngày soạn, còn chờ cán bộ pháp chế đối chiếu từng dòng với văn bản.

  Tình huống: Phát hiện nếu áp dụng từ ngày 02/01/2022 thay cho ngày 01/01/2022 ở “Là hộ có mức sống trung bình”
    Biết hồ sơ:
      | Khu vực                                                                                    | Đô thị                              |
      | Thu nhập bình quân đầu người một tháng                                                     | 2.000.001 đồng                      |
      | Số nhân khẩu                                                                               | 4 người                             |
      | Số người phụ thuộc trong hộ                                                                | 2 người                             |
      | Diện tích nhà đang ở                                                                       | 40 m²                               |
      | Có người trong độ tuổi lao động không có việc làm hoặc làm công ăn lương không có hợp đồng | không                               |
      | Có trẻ em dưới 16 tuổi suy dinh dưỡng                                                      | không                               |
      | Có người từ đủ 6 tuổi trở lên không có bảo hiểm y tế                                       | không                               |
      | Có người từ 16 đến 30 tuổi chưa đạt trình độ giáo dục, đào tạo theo độ tuổi                | không                               |
      | Có trẻ em từ 3 đến dưới 16 tuổi không được học đúng cấp                                    | không                               |
      | Tường bao che bền chắc                                                                     | có                                  |
      | Cột (trụ, tường chịu lực) bền chắc                                                         | có                                  |
      | Mái bền chắc theo chuẩn nghèo                                                              | có                                  |
      | Có nguồn nước hợp vệ sinh                                                                  | có                                  |
      | Có nhà tiêu hợp vệ sinh                                                                    | có                                  |
      | Có thành viên sử dụng dịch vụ internet                                                     | có                                  |
      | Có phương tiện dùng chung tiếp cận thông tin                                               | có                                  |
      | Có phương tiện cá nhân tiếp cận thông tin                                                  | có                                  |
      | Hộ nghèo/cận nghèo                                                                         | Không thuộc hộ nghèo hoặc cận nghèo |
    Và ngày xét là 01/01/2022
    Khi xét "Xác định hộ nghèo, hộ cận nghèo"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ yêu cầu “Thu nhập bình quân đầu người không quá chuẩn nghèo (nông thôn 2.200.000 đồng, thành thị 2.800.000 đồng một tháng)” ở “Hộ cận nghèo theo Giấy chứng nhận”
    Biết hồ sơ:
      | Khu vực                                                                                    | Nông thôn      |
      | Thu nhập bình quân đầu người một tháng                                                     | 2.200.001 đồng |
      | Số nhân khẩu                                                                               | 4 người        |
      | Số người phụ thuộc trong hộ                                                                | 2 người        |
      | Diện tích nhà đang ở                                                                       | 40 m²          |
      | Có người trong độ tuổi lao động không có việc làm hoặc làm công ăn lương không có hợp đồng | không          |
      | Có trẻ em dưới 16 tuổi suy dinh dưỡng                                                      | không          |
      | Có người từ đủ 6 tuổi trở lên không có bảo hiểm y tế                                       | không          |
      | Có người từ 16 đến 30 tuổi chưa đạt trình độ giáo dục, đào tạo theo độ tuổi                | không          |
      | Có trẻ em từ 3 đến dưới 16 tuổi không được học đúng cấp                                    | không          |
      | Tường bao che bền chắc                                                                     | có             |
      | Cột (trụ, tường chịu lực) bền chắc                                                         | có             |
      | Mái bền chắc theo chuẩn nghèo                                                              | có             |
      | Có nguồn nước hợp vệ sinh                                                                  | có             |
      | Có nhà tiêu hợp vệ sinh                                                                    | có             |
      | Có thành viên sử dụng dịch vụ internet                                                     | có             |
      | Rác thải sinh hoạt được thu gom, xử lý                                                     | có             |
    Và ngày xét là 31/12/2030
    Khi xét "Xác định hộ nghèo, hộ cận nghèo"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Phát hiện nếu bỏ yêu cầu “Hồ sơ ghi chưa có Giấy chứng nhận hộ nghèo, hộ cận nghèo” ở “Chưa có Giấy chứng nhận nhưng theo số liệu kê khai là hộ cận nghèo”
    Biết hồ sơ:
      | Khu vực                                                                                    | Nông thôn      |
      | Thu nhập bình quân đầu người một tháng                                                     | 2.000.000 đồng |
      | Số nhân khẩu                                                                               | 4 người        |
      | Số người phụ thuộc trong hộ                                                                | 2 người        |
      | Diện tích nhà đang ở                                                                       | 40 m²          |
      | Có người trong độ tuổi lao động không có việc làm hoặc làm công ăn lương không có hợp đồng | không          |
      | Có trẻ em dưới 16 tuổi suy dinh dưỡng                                                      | không          |
      | Có người từ đủ 6 tuổi trở lên không có bảo hiểm y tế                                       | không          |
      | Có người từ 16 đến 30 tuổi chưa đạt trình độ giáo dục, đào tạo theo độ tuổi                | không          |
      | Có trẻ em từ 3 đến dưới 16 tuổi không được học đúng cấp                                    | không          |
      | Tường bao che bền chắc                                                                     | có             |
      | Cột (trụ, tường chịu lực) bền chắc                                                         | có             |
      | Mái bền chắc theo chuẩn nghèo                                                              | có             |
      | Có nguồn nước hợp vệ sinh                                                                  | không          |
      | Có nhà tiêu hợp vệ sinh                                                                    | không          |
      | Có thành viên sử dụng dịch vụ internet                                                     | có             |
      | Rác thải sinh hoạt được thu gom, xử lý                                                     | có             |
      | Hộ nghèo/cận nghèo                                                                         | Hộ nghèo       |
    Và ngày xét là 31/12/2030
    Khi xét "Xác định hộ nghèo, hộ cận nghèo"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ yêu cầu “Thu nhập bình quân đầu người không quá chuẩn nghèo (nông thôn 2.200.000 đồng, thành thị 2.800.000 đồng một tháng)” ở “Hộ nghèo theo Giấy chứng nhận”
    Biết hồ sơ:
      | Khu vực                                                                                    | Nông thôn      |
      | Thu nhập bình quân đầu người một tháng                                                     | 2.200.001 đồng |
      | Số nhân khẩu                                                                               | 4 người        |
      | Số người phụ thuộc trong hộ                                                                | 2 người        |
      | Diện tích nhà đang ở                                                                       | 40 m²          |
      | Có người trong độ tuổi lao động không có việc làm hoặc làm công ăn lương không có hợp đồng | không          |
      | Có trẻ em dưới 16 tuổi suy dinh dưỡng                                                      | không          |
      | Có người từ đủ 6 tuổi trở lên không có bảo hiểm y tế                                       | không          |
      | Có người từ 16 đến 30 tuổi chưa đạt trình độ giáo dục, đào tạo theo độ tuổi                | không          |
      | Có trẻ em từ 3 đến dưới 16 tuổi không được học đúng cấp                                    | không          |
      | Tường bao che bền chắc                                                                     | có             |
      | Cột (trụ, tường chịu lực) bền chắc                                                         | có             |
      | Mái bền chắc theo chuẩn nghèo                                                              | có             |
      | Có nguồn nước hợp vệ sinh                                                                  | không          |
      | Có nhà tiêu hợp vệ sinh                                                                    | không          |
      | Có thành viên sử dụng dịch vụ internet                                                     | có             |
      | Rác thải sinh hoạt được thu gom, xử lý                                                     | không          |
    Và ngày xét là 31/12/2030
    Khi xét "Xác định hộ nghèo, hộ cận nghèo"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Phát hiện nếu bỏ yêu cầu “Thu nhập bình quân đầu người không quá chuẩn nghèo (nông thôn 2.200.000 đồng, thành thị 2.800.000 đồng một tháng)” ở “Chưa có Giấy chứng nhận nhưng theo số liệu kê khai là hộ nghèo”
    Biết hồ sơ:
      | Khu vực                                                                                    | Nông thôn                           |
      | Thu nhập bình quân đầu người một tháng                                                     | 2.200.001 đồng                      |
      | Số nhân khẩu                                                                               | 4 người                             |
      | Số người phụ thuộc trong hộ                                                                | 2 người                             |
      | Diện tích nhà đang ở                                                                       | 40 m²                               |
      | Có người trong độ tuổi lao động không có việc làm hoặc làm công ăn lương không có hợp đồng | không                               |
      | Có trẻ em dưới 16 tuổi suy dinh dưỡng                                                      | không                               |
      | Có người từ đủ 6 tuổi trở lên không có bảo hiểm y tế                                       | không                               |
      | Có người từ 16 đến 30 tuổi chưa đạt trình độ giáo dục, đào tạo theo độ tuổi                | không                               |
      | Có trẻ em từ 3 đến dưới 16 tuổi không được học đúng cấp                                    | không                               |
      | Tường bao che bền chắc                                                                     | có                                  |
      | Cột (trụ, tường chịu lực) bền chắc                                                         | có                                  |
      | Mái bền chắc theo chuẩn nghèo                                                              | có                                  |
      | Có nguồn nước hợp vệ sinh                                                                  | không                               |
      | Có nhà tiêu hợp vệ sinh                                                                    | không                               |
      | Có thành viên sử dụng dịch vụ internet                                                     | có                                  |
      | Rác thải sinh hoạt được thu gom, xử lý                                                     | không                               |
      | Hộ nghèo/cận nghèo                                                                         | Không thuộc hộ nghèo hoặc cận nghèo |
    Và ngày xét là 31/12/2030
    Khi xét "Xác định hộ nghèo, hộ cận nghèo"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Phát hiện nếu bỏ yêu cầu “Thiếu hụt từ 03 chỉ số đo lường dịch vụ xã hội cơ bản trở lên” ở “Chưa có Giấy chứng nhận nhưng theo số liệu kê khai là hộ nghèo”
    Biết hồ sơ:
      | Khu vực                                                                                    | Nông thôn                           |
      | Thu nhập bình quân đầu người một tháng                                                     | 2.000.000 đồng                      |
      | Số nhân khẩu                                                                               | 4 người                             |
      | Số người phụ thuộc trong hộ                                                                | 2 người                             |
      | Diện tích nhà đang ở                                                                       | 40 m²                               |
      | Có người trong độ tuổi lao động không có việc làm hoặc làm công ăn lương không có hợp đồng | không                               |
      | Có trẻ em dưới 16 tuổi suy dinh dưỡng                                                      | không                               |
      | Có người từ đủ 6 tuổi trở lên không có bảo hiểm y tế                                       | không                               |
      | Có người từ 16 đến 30 tuổi chưa đạt trình độ giáo dục, đào tạo theo độ tuổi                | không                               |
      | Có trẻ em từ 3 đến dưới 16 tuổi không được học đúng cấp                                    | không                               |
      | Tường bao che bền chắc                                                                     | có                                  |
      | Cột (trụ, tường chịu lực) bền chắc                                                         | có                                  |
      | Mái bền chắc theo chuẩn nghèo                                                              | có                                  |
      | Có nguồn nước hợp vệ sinh                                                                  | không                               |
      | Có nhà tiêu hợp vệ sinh                                                                    | không                               |
      | Có thành viên sử dụng dịch vụ internet                                                     | có                                  |
      | Rác thải sinh hoạt được thu gom, xử lý                                                     | có                                  |
      | Hộ nghèo/cận nghèo                                                                         | Không thuộc hộ nghèo hoặc cận nghèo |
    Và ngày xét là 31/12/2030
    Khi xét "Xác định hộ nghèo, hộ cận nghèo"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ yêu cầu “Thiếu hụt dưới 03 chỉ số đo lường dịch vụ xã hội cơ bản” ở “Chưa có Giấy chứng nhận nhưng theo số liệu kê khai là hộ cận nghèo”
    Biết hồ sơ:
      | Khu vực                                                                                    | Nông thôn                           |
      | Thu nhập bình quân đầu người một tháng                                                     | 2.000.000 đồng                      |
      | Số nhân khẩu                                                                               | 4 người                             |
      | Số người phụ thuộc trong hộ                                                                | 2 người                             |
      | Diện tích nhà đang ở                                                                       | 40 m²                               |
      | Có người trong độ tuổi lao động không có việc làm hoặc làm công ăn lương không có hợp đồng | không                               |
      | Có trẻ em dưới 16 tuổi suy dinh dưỡng                                                      | không                               |
      | Có người từ đủ 6 tuổi trở lên không có bảo hiểm y tế                                       | không                               |
      | Có người từ 16 đến 30 tuổi chưa đạt trình độ giáo dục, đào tạo theo độ tuổi                | không                               |
      | Có trẻ em từ 3 đến dưới 16 tuổi không được học đúng cấp                                    | không                               |
      | Tường bao che bền chắc                                                                     | có                                  |
      | Cột (trụ, tường chịu lực) bền chắc                                                         | có                                  |
      | Mái bền chắc theo chuẩn nghèo                                                              | có                                  |
      | Có nguồn nước hợp vệ sinh                                                                  | không                               |
      | Có nhà tiêu hợp vệ sinh                                                                    | không                               |
      | Có thành viên sử dụng dịch vụ internet                                                     | có                                  |
      | Rác thải sinh hoạt được thu gom, xử lý                                                     | không                               |
      | Hộ nghèo/cận nghèo                                                                         | Không thuộc hộ nghèo hoặc cận nghèo |
    Và ngày xét là 31/12/2030
    Khi xét "Xác định hộ nghèo, hộ cận nghèo"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu áp dụng từ ngày 02/01/2022 thay cho ngày 01/01/2022 ở “Là hộ nghèo theo chuẩn nghèo của Chính phủ”
    Biết hồ sơ:
      | Khu vực                                                                                    | Nông thôn      |
      | Thu nhập bình quân đầu người một tháng                                                     | 9.000.000 đồng |
      | Số nhân khẩu                                                                               | 4 người        |
      | Số người phụ thuộc trong hộ                                                                | 2 người        |
      | Diện tích nhà đang ở                                                                       | 40 m²          |
      | Có người trong độ tuổi lao động không có việc làm hoặc làm công ăn lương không có hợp đồng | không          |
      | Có trẻ em dưới 16 tuổi suy dinh dưỡng                                                      | không          |
      | Có người từ đủ 6 tuổi trở lên không có bảo hiểm y tế                                       | không          |
      | Có người từ 16 đến 30 tuổi chưa đạt trình độ giáo dục, đào tạo theo độ tuổi                | không          |
      | Có trẻ em từ 3 đến dưới 16 tuổi không được học đúng cấp                                    | không          |
      | Tường bao che bền chắc                                                                     | có             |
      | Cột (trụ, tường chịu lực) bền chắc                                                         | có             |
      | Mái bền chắc theo chuẩn nghèo                                                              | có             |
      | Có nguồn nước hợp vệ sinh                                                                  | có             |
      | Có nhà tiêu hợp vệ sinh                                                                    | có             |
      | Có thành viên sử dụng dịch vụ internet                                                     | có             |
      | Có phương tiện dùng chung tiếp cận thông tin                                               | có             |
      | Có phương tiện cá nhân tiếp cận thông tin                                                  | có             |
      | Hộ nghèo/cận nghèo                                                                         | Hộ nghèo       |
    Và ngày xét là 01/01/2022
    Khi xét "Xác định hộ nghèo, hộ cận nghèo"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ yêu cầu “Hồ sơ ghi chưa có Giấy chứng nhận hộ nghèo, hộ cận nghèo” ở “Chưa có Giấy chứng nhận nhưng theo số liệu kê khai là hộ nghèo”
    Biết hồ sơ:
      | Khu vực                                                                                    | Nông thôn                           |
      | Thu nhập bình quân đầu người một tháng                                                     | 1.200.000 đồng                      |
      | Số người phụ thuộc trong hộ                                                                | 2 người                             |
      | Diện tích nhà đang ở                                                                       | 40 m²                               |
      | Có người trong độ tuổi lao động không có việc làm hoặc làm công ăn lương không có hợp đồng | có                                  |
      | Có trẻ em dưới 16 tuổi suy dinh dưỡng                                                      | không                               |
      | Có người từ đủ 6 tuổi trở lên không có bảo hiểm y tế                                       | không                               |
      | Có người từ 16 đến 30 tuổi chưa đạt trình độ giáo dục, đào tạo theo độ tuổi                | không                               |
      | Có trẻ em từ 3 đến dưới 16 tuổi không được học đúng cấp                                    | không                               |
      | Tường bao che bền chắc                                                                     | có                                  |
      | Cột (trụ, tường chịu lực) bền chắc                                                         | có                                  |
      | Mái bền chắc theo chuẩn nghèo                                                              | có                                  |
      | Có nguồn nước hợp vệ sinh                                                                  | có                                  |
      | Có nhà tiêu hợp vệ sinh                                                                    | có                                  |
      | Có thành viên sử dụng dịch vụ internet                                                     | có                                  |
      | Có phương tiện dùng chung tiếp cận thông tin                                               | có                                  |
      | Có phương tiện cá nhân tiếp cận thông tin                                                  | có                                  |
      | Hộ nghèo/cận nghèo                                                                         | Chỉ theo chuẩn nghèo riêng của tỉnh |
    Và ngày xét là 31/12/2026
    Khi xét "Xác định hộ nghèo, hộ cận nghèo"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ yêu cầu “Hồ sơ ghi chưa có Giấy chứng nhận hộ nghèo, hộ cận nghèo” ở “Chưa có Giấy chứng nhận nhưng theo số liệu kê khai là hộ nghèo” (2)
    Biết hồ sơ:
      | Khu vực                                                                                    | Nông thôn      |
      | Thu nhập bình quân đầu người một tháng                                                     | 2.000.000 đồng |
      | Số nhân khẩu                                                                               | 4 người        |
      | Số người phụ thuộc trong hộ                                                                | 2 người        |
      | Diện tích nhà đang ở                                                                       | 40 m²          |
      | Có người trong độ tuổi lao động không có việc làm hoặc làm công ăn lương không có hợp đồng | không          |
      | Có trẻ em dưới 16 tuổi suy dinh dưỡng                                                      | không          |
      | Có người từ đủ 6 tuổi trở lên không có bảo hiểm y tế                                       | không          |
      | Có người từ 16 đến 30 tuổi chưa đạt trình độ giáo dục, đào tạo theo độ tuổi                | không          |
      | Có trẻ em từ 3 đến dưới 16 tuổi không được học đúng cấp                                    | không          |
      | Tường bao che bền chắc                                                                     | có             |
      | Cột (trụ, tường chịu lực) bền chắc                                                         | có             |
      | Mái bền chắc theo chuẩn nghèo                                                              | có             |
      | Có nguồn nước hợp vệ sinh                                                                  | không          |
      | Có nhà tiêu hợp vệ sinh                                                                    | không          |
      | Có thành viên sử dụng dịch vụ internet                                                     | có             |
      | Rác thải sinh hoạt được thu gom, xử lý                                                     | không          |
      | Hộ nghèo/cận nghèo                                                                         | Hộ cận nghèo   |
    Và ngày xét là 31/12/2030
    Khi xét "Xác định hộ nghèo, hộ cận nghèo"
    Thì kết quả là "đủ điều kiện"
