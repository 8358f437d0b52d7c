# language: vi
Tính năng: Vay vốn ưu đãi tự xây dựng, cải tạo, sửa chữa nhà ở: mỗi thay đổi của luật phải bị phát hiện
  Các tình huống này được soạn từ những thay đổi thử của bộ quy tắc mà các tình huống khác chưa phát hiện. Kết quả ghi ở đây
  là kết quả của bộ quy tắc ngày soạn, còn chờ cán bộ pháp chế đối chiếu từng dòng với văn bản.

  Tình huống: Phát hiện nếu bỏ trường hợp “Người đứng đơn là người có công với cách mạng, thân nhân liệt sĩ” ở “Thuộc nhóm được vay vốn tự xây dựng nhà ở”
    Biết hồ sơ:
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                        | Người có công, thân nhân liệt sĩ (khoản 1) |
      | Có đất ở                                                   | có                                         |
      | Hộ có nhà ở                                                | có                                         |
      | Tình trạng nhà ở                                           | Hư hỏng, dột nát                           |
      | Đăng ký thường trú tại xã nơi có đất ở, nhà ở              | có                                         |
      | Có khả năng trả nợ theo cam kết                            | có                                         |
      | Có giấy đề nghị vay vốn                                    | có                                         |
      | Bảo đảm tiền vay theo quy định                             | có                                         |
      | Có Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà     | có                                         |
      | Có phương án giá thành và giấy phép xây dựng (nếu phải có) | có                                         |
      | Giá trị dự toán hoặc phương án sử dụng vốn                 | 800.000.000 đồng                           |
      | Giá trị tài sản bảo đảm                                    | 2.000.000.000 đồng                         |
    Và ngày xét là 01/07/2026
    Khi xét "Vay vốn ưu đãi tự xây dựng, cải tạo, sửa chữa nhà ở"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Hộ nghèo, cận nghèo tại khu vực đô thị” ở “Thuộc nhóm được vay vốn tự xây dựng nhà ở”
    Biết hồ sơ:
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                        | Hộ nghèo, cận nghèo đô thị (khoản 4) |
      | Có đất ở                                                   | có                                   |
      | Hộ có nhà ở                                                | có                                   |
      | Tình trạng nhà ở                                           | Hư hỏng, dột nát                     |
      | Đăng ký thường trú tại xã nơi có đất ở, nhà ở              | có                                   |
      | Có khả năng trả nợ theo cam kết                            | có                                   |
      | Có giấy đề nghị vay vốn                                    | có                                   |
      | Bảo đảm tiền vay theo quy định                             | có                                   |
      | Có Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà     | có                                   |
      | Có phương án giá thành và giấy phép xây dựng (nếu phải có) | có                                   |
      | Giá trị dự toán hoặc phương án sử dụng vốn                 | 800.000.000 đồng                     |
      | Giá trị tài sản bảo đảm                                    | 2.000.000.000 đồng                   |
    Và ngày xét là 01/07/2026
    Khi xét "Vay vốn ưu đãi tự xây dựng, cải tạo, sửa chữa nhà ở"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Người thu nhập thấp tại khu vực đô thị” ở “Thuộc nhóm được vay vốn tự xây dựng nhà ở”
    Biết hồ sơ:
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                        | Người thu nhập thấp đô thị (khoản 5) |
      | Có đất ở                                                   | có                                   |
      | Hộ có nhà ở                                                | có                                   |
      | Tình trạng nhà ở                                           | Hư hỏng, dột nát                     |
      | Đăng ký thường trú tại xã nơi có đất ở, nhà ở              | có                                   |
      | Có khả năng trả nợ theo cam kết                            | có                                   |
      | Có giấy đề nghị vay vốn                                    | có                                   |
      | Bảo đảm tiền vay theo quy định                             | có                                   |
      | Có Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà     | có                                   |
      | Có phương án giá thành và giấy phép xây dựng (nếu phải có) | có                                   |
      | Giá trị dự toán hoặc phương án sử dụng vốn                 | 800.000.000 đồng                     |
      | Giá trị tài sản bảo đảm                                    | 2.000.000.000 đồng                   |
    Và ngày xét là 01/07/2026
    Khi xét "Vay vốn ưu đãi tự xây dựng, cải tạo, sửa chữa nhà ở"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Công nhân, người lao động tại doanh nghiệp, hợp tác xã” ở “Thuộc nhóm được vay vốn tự xây dựng nhà ở”
    Biết hồ sơ:
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                        | Công nhân, người lao động tại doanh nghiệp, hợp tác xã (khoản 6) |
      | Có đất ở                                                   | có                                                               |
      | Hộ có nhà ở                                                | có                                                               |
      | Tình trạng nhà ở                                           | Hư hỏng, dột nát                                                 |
      | Đăng ký thường trú tại xã nơi có đất ở, nhà ở              | có                                                               |
      | Có khả năng trả nợ theo cam kết                            | có                                                               |
      | Có giấy đề nghị vay vốn                                    | có                                                               |
      | Bảo đảm tiền vay theo quy định                             | có                                                               |
      | Có Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà     | có                                                               |
      | Có phương án giá thành và giấy phép xây dựng (nếu phải có) | có                                                               |
      | Giá trị dự toán hoặc phương án sử dụng vốn                 | 800.000.000 đồng                                                 |
      | Giá trị tài sản bảo đảm                                    | 2.000.000.000 đồng                                               |
    Và ngày xét là 01/07/2026
    Khi xét "Vay vốn ưu đãi tự xây dựng, cải tạo, sửa chữa nhà ở"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Thuộc lực lượng vũ trang nhân dân” ở “Thuộc nhóm được vay vốn tự xây dựng nhà ở”
    Biết hồ sơ:
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                        | Lực lượng vũ trang nhân dân (khoản 7) |
      | Có đất ở                                                   | có                                    |
      | Hộ có nhà ở                                                | có                                    |
      | Tình trạng nhà ở                                           | Hư hỏng, dột nát                      |
      | Đăng ký thường trú tại xã nơi có đất ở, nhà ở              | có                                    |
      | Có khả năng trả nợ theo cam kết                            | có                                    |
      | Có giấy đề nghị vay vốn                                    | có                                    |
      | Bảo đảm tiền vay theo quy định                             | có                                    |
      | Có Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà     | có                                    |
      | Có phương án giá thành và giấy phép xây dựng (nếu phải có) | có                                    |
      | Giá trị dự toán hoặc phương án sử dụng vốn                 | 800.000.000 đồng                      |
      | Giá trị tài sản bảo đảm                                    | 2.000.000.000 đồng                    |
    Và ngày xét là 01/07/2026
    Khi xét "Vay vốn ưu đãi tự xây dựng, cải tạo, sửa chữa nhà ở"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Cán bộ, công chức, viên chức” ở “Thuộc nhóm được vay vốn tự xây dựng nhà ở”
    Biết hồ sơ:
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                        | Cán bộ, công chức, viên chức (khoản 8) |
      | Có đất ở                                                   | có                                     |
      | Hộ có nhà ở                                                | có                                     |
      | Tình trạng nhà ở                                           | Hư hỏng, dột nát                       |
      | Đăng ký thường trú tại xã nơi có đất ở, nhà ở              | có                                     |
      | Có khả năng trả nợ theo cam kết                            | có                                     |
      | Có giấy đề nghị vay vốn                                    | có                                     |
      | Bảo đảm tiền vay theo quy định                             | có                                     |
      | Có Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà     | có                                     |
      | Có phương án giá thành và giấy phép xây dựng (nếu phải có) | có                                     |
      | Giá trị dự toán hoặc phương án sử dụng vốn                 | 800.000.000 đồng                       |
      | Giá trị tài sản bảo đảm                                    | 2.000.000.000 đồng                     |
    Và ngày xét là 01/07/2026
    Khi xét "Vay vốn ưu đãi tự xây dựng, cải tạo, sửa chữa nhà ở"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Người đứng đơn là người có công với cách mạng, thân nhân liệt sĩ” ở “Thuộc nhóm được vay vốn tự xây dựng nhà ở - cách hiểu khác”
    Biết hồ sơ:
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                        | Người có công, thân nhân liệt sĩ (khoản 1) |
      | Có đất ở                                                   | có                                         |
      | Hộ có nhà ở                                                | có                                         |
      | Tình trạng nhà ở                                           | Hư hỏng, dột nát                           |
      | Đăng ký thường trú tại xã nơi có đất ở, nhà ở              | có                                         |
      | Có khả năng trả nợ theo cam kết                            | có                                         |
      | Có giấy đề nghị vay vốn                                    | có                                         |
      | Bảo đảm tiền vay theo quy định                             | có                                         |
      | Có Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà     | có                                         |
      | Có phương án giá thành và giấy phép xây dựng (nếu phải có) | có                                         |
      | Giá trị dự toán hoặc phương án sử dụng vốn                 | 800.000.000 đồng                           |
      | Giá trị tài sản bảo đảm                                    | 2.000.000.000 đồng                         |
    Và ngày xét là 01/07/2026
    Khi xét "Vay vốn ưu đãi tự xây dựng, cải tạo, sửa chữa nhà ở"
    Thì kết quả là "đủ điều kiện"
    Và kết luận không phải tạm xác định

  Tình huống: Phát hiện nếu bỏ trường hợp “Hộ nghèo, cận nghèo tại khu vực đô thị” ở “Thuộc nhóm được vay vốn tự xây dựng nhà ở - cách hiểu khác”
    Biết hồ sơ:
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                        | Hộ nghèo, cận nghèo đô thị (khoản 4) |
      | Có đất ở                                                   | có                                   |
      | Hộ có nhà ở                                                | có                                   |
      | Tình trạng nhà ở                                           | Hư hỏng, dột nát                     |
      | Đăng ký thường trú tại xã nơi có đất ở, nhà ở              | có                                   |
      | Có khả năng trả nợ theo cam kết                            | có                                   |
      | Có giấy đề nghị vay vốn                                    | có                                   |
      | Bảo đảm tiền vay theo quy định                             | có                                   |
      | Có Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà     | có                                   |
      | Có phương án giá thành và giấy phép xây dựng (nếu phải có) | có                                   |
      | Giá trị dự toán hoặc phương án sử dụng vốn                 | 800.000.000 đồng                     |
      | Giá trị tài sản bảo đảm                                    | 2.000.000.000 đồng                   |
    Và ngày xét là 01/07/2026
    Khi xét "Vay vốn ưu đãi tự xây dựng, cải tạo, sửa chữa nhà ở"
    Thì kết quả là "đủ điều kiện"
    Và kết luận không phải tạm xác định

  Tình huống: Phát hiện nếu bỏ trường hợp “Người thu nhập thấp tại khu vực đô thị” ở “Thuộc nhóm được vay vốn tự xây dựng nhà ở - cách hiểu khác”
    Biết hồ sơ:
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                        | Người thu nhập thấp đô thị (khoản 5) |
      | Có đất ở                                                   | có                                   |
      | Hộ có nhà ở                                                | có                                   |
      | Tình trạng nhà ở                                           | Hư hỏng, dột nát                     |
      | Đăng ký thường trú tại xã nơi có đất ở, nhà ở              | có                                   |
      | Có khả năng trả nợ theo cam kết                            | có                                   |
      | Có giấy đề nghị vay vốn                                    | có                                   |
      | Bảo đảm tiền vay theo quy định                             | có                                   |
      | Có Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà     | có                                   |
      | Có phương án giá thành và giấy phép xây dựng (nếu phải có) | có                                   |
      | Giá trị dự toán hoặc phương án sử dụng vốn                 | 800.000.000 đồng                     |
      | Giá trị tài sản bảo đảm                                    | 2.000.000.000 đồng                   |
    Và ngày xét là 01/07/2026
    Khi xét "Vay vốn ưu đãi tự xây dựng, cải tạo, sửa chữa nhà ở"
    Thì kết quả là "đủ điều kiện"
    Và kết luận không phải tạm xác định

  Tình huống: Phát hiện nếu bỏ trường hợp “Công nhân, người lao động tại doanh nghiệp, hợp tác xã” ở “Thuộc nhóm được vay vốn tự xây dựng nhà ở - cách hiểu khác”
    Biết hồ sơ:
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                        | Công nhân, người lao động tại doanh nghiệp, hợp tác xã (khoản 6) |
      | Có đất ở                                                   | có                                                               |
      | Hộ có nhà ở                                                | có                                                               |
      | Tình trạng nhà ở                                           | Hư hỏng, dột nát                                                 |
      | Đăng ký thường trú tại xã nơi có đất ở, nhà ở              | có                                                               |
      | Có khả năng trả nợ theo cam kết                            | có                                                               |
      | Có giấy đề nghị vay vốn                                    | có                                                               |
      | Bảo đảm tiền vay theo quy định                             | có                                                               |
      | Có Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà     | có                                                               |
      | Có phương án giá thành và giấy phép xây dựng (nếu phải có) | có                                                               |
      | Giá trị dự toán hoặc phương án sử dụng vốn                 | 800.000.000 đồng                                                 |
      | Giá trị tài sản bảo đảm                                    | 2.000.000.000 đồng                                               |
    Và ngày xét là 01/07/2026
    Khi xét "Vay vốn ưu đãi tự xây dựng, cải tạo, sửa chữa nhà ở"
    Thì kết quả là "đủ điều kiện"
    Và kết luận không phải tạm xác định

  Tình huống: Phát hiện nếu bỏ trường hợp “Thuộc lực lượng vũ trang nhân dân” ở “Thuộc nhóm được vay vốn tự xây dựng nhà ở - cách hiểu khác”
    Biết hồ sơ:
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                        | Lực lượng vũ trang nhân dân (khoản 7) |
      | Có đất ở                                                   | có                                    |
      | Hộ có nhà ở                                                | có                                    |
      | Tình trạng nhà ở                                           | Hư hỏng, dột nát                      |
      | Đăng ký thường trú tại xã nơi có đất ở, nhà ở              | có                                    |
      | Có khả năng trả nợ theo cam kết                            | có                                    |
      | Có giấy đề nghị vay vốn                                    | có                                    |
      | Bảo đảm tiền vay theo quy định                             | có                                    |
      | Có Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà     | có                                    |
      | Có phương án giá thành và giấy phép xây dựng (nếu phải có) | có                                    |
      | Giá trị dự toán hoặc phương án sử dụng vốn                 | 800.000.000 đồng                      |
      | Giá trị tài sản bảo đảm                                    | 2.000.000.000 đồng                    |
    Và ngày xét là 01/07/2026
    Khi xét "Vay vốn ưu đãi tự xây dựng, cải tạo, sửa chữa nhà ở"
    Thì kết quả là "đủ điều kiện"
    Và kết luận không phải tạm xác định

  Tình huống: Phát hiện nếu bỏ trường hợp “Cán bộ, công chức, viên chức” ở “Thuộc nhóm được vay vốn tự xây dựng nhà ở - cách hiểu khác”
    Biết hồ sơ:
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                        | Cán bộ, công chức, viên chức (khoản 8) |
      | Có đất ở                                                   | có                                     |
      | Hộ có nhà ở                                                | có                                     |
      | Tình trạng nhà ở                                           | Hư hỏng, dột nát                       |
      | Đăng ký thường trú tại xã nơi có đất ở, nhà ở              | có                                     |
      | Có khả năng trả nợ theo cam kết                            | có                                     |
      | Có giấy đề nghị vay vốn                                    | có                                     |
      | Bảo đảm tiền vay theo quy định                             | có                                     |
      | Có Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà     | có                                     |
      | Có phương án giá thành và giấy phép xây dựng (nếu phải có) | có                                     |
      | Giá trị dự toán hoặc phương án sử dụng vốn                 | 800.000.000 đồng                       |
      | Giá trị tài sản bảo đảm                                    | 2.000.000.000 đồng                     |
    Và ngày xét là 01/07/2026
    Khi xét "Vay vốn ưu đãi tự xây dựng, cải tạo, sửa chữa nhà ở"
    Thì kết quả là "đủ điều kiện"
    Và kết luận không phải tạm xác định

  Tình huống: Phát hiện nếu bỏ trường hợp “Tình trạng nhà ở” là “Hư hỏng nặng” ở “Có đất ở nhưng chưa có nhà ở, hoặc nhà ở hư hỏng, dột nát”
    Biết hồ sơ:
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                        | Hộ nghèo, cận nghèo nông thôn (khoản 2) |
      | Có đất ở                                                   | có                                      |
      | Hộ có nhà ở                                                | có                                      |
      | Tình trạng nhà ở                                           | Hư hỏng nặng                            |
      | Đăng ký thường trú tại xã nơi có đất ở, nhà ở              | có                                      |
      | Có khả năng trả nợ theo cam kết                            | có                                      |
      | Có giấy đề nghị vay vốn                                    | có                                      |
      | Bảo đảm tiền vay theo quy định                             | có                                      |
      | Có Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà     | có                                      |
      | Có phương án giá thành và giấy phép xây dựng (nếu phải có) | có                                      |
      | Giá trị dự toán hoặc phương án sử dụng vốn                 | 800.000.000 đồng                        |
      | Giá trị tài sản bảo đảm                                    | 2.000.000.000 đồng                      |
    Và ngày xét là 01/05/2026
    Khi xét "Vay vốn ưu đãi tự xây dựng, cải tạo, sửa chữa nhà ở"
    Thì kết quả là "đủ điều kiện"
