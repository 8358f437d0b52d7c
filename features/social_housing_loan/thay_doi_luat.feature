# language: vi
Tính năng: Vay vốn ưu đãi mua, thuê mua nhà ở xã hội, nhà ở cho lực lượng vũ trang: mỗi thay đổi của luật phải bị phát hiện
  Các tình huống này được soạn từ những thay đổi thử của bộ quy tắc mà các tình huống khác chưa phát hiện. Kết quả ghi ở đây
  là kết quả của bộ quy tắc ngày soạn, còn chờ cán bộ pháp chế đối chiếu từng dòng với văn bản.

  Tình huống: Phát hiện nếu bỏ trường hợp “Thuộc lực lượng vũ trang nhân dân” ở “Thuộc nhóm được vay vốn ưu đãi mua nhà ở xã hội”
    Biết hồ sơ:
      | Tỉnh                                                                      | Bắc Ninh                              |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                       | Lực lượng vũ trang nhân dân (khoản 7) |
      | Có hợp đồng mua, thuê mua nhà ở                                           | có                                    |
      | Hợp đồng ký với chủ đầu tư nhà ở xã hội hoặc nhà ở cho lực lượng vũ trang | có                                    |
      | Giá trị hợp đồng mua, thuê mua                                            | 900.000.000 đồng                      |
      | Có khả năng trả nợ theo cam kết                                           | có                                    |
      | Có giấy đề nghị vay vốn                                                   | có                                    |
      | Bảo đảm tiền vay theo quy định                                            | có                                    |
    Và ngày xét là 01/07/2026
    Khi xét "Vay vốn ưu đãi mua, thuê mua nhà ở xã hội, nhà ở cho lực lượng vũ trang"
    Thì kết quả là "đủ điều kiện"
    Và kết luận không phải tạm xác định

  Tình huống: Phát hiện nếu bỏ trường hợp “Cán bộ, công chức, viên chức” ở “Thuộc nhóm được vay vốn ưu đãi mua nhà ở xã hội”
    Biết hồ sơ:
      | Tỉnh                                                                      | Bắc Ninh                               |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                       | Cán bộ, công chức, viên chức (khoản 8) |
      | Có hợp đồng mua, thuê mua nhà ở                                           | có                                     |
      | Hợp đồng ký với chủ đầu tư nhà ở xã hội hoặc nhà ở cho lực lượng vũ trang | có                                     |
      | Giá trị hợp đồng mua, thuê mua                                            | 900.000.000 đồng                       |
      | Có khả năng trả nợ theo cam kết                                           | có                                     |
      | Có giấy đề nghị vay vốn                                                   | có                                     |
      | Bảo đảm tiền vay theo quy định                                            | có                                     |
    Và ngày xét là 01/07/2026
    Khi xét "Vay vốn ưu đãi mua, thuê mua nhà ở xã hội, nhà ở cho lực lượng vũ trang"
    Thì kết quả là "đủ điều kiện"
    Và kết luận không phải tạm xác định

  Tình huống: Phát hiện nếu bỏ trường hợp “Hộ nghèo, cận nghèo tại khu vực đô thị” ở “Thuộc nhóm được vay vốn ưu đãi mua nhà ở xã hội”
    Biết hồ sơ:
      | Tỉnh                                                                      | Bắc Ninh                             |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                       | Hộ nghèo, cận nghèo đô thị (khoản 4) |
      | Có hợp đồng mua, thuê mua nhà ở                                           | có                                   |
      | Hợp đồng ký với chủ đầu tư nhà ở xã hội hoặc nhà ở cho lực lượng vũ trang | có                                   |
      | Giá trị hợp đồng mua, thuê mua                                            | 900.000.000 đồng                     |
      | Có khả năng trả nợ theo cam kết                                           | có                                   |
      | Có giấy đề nghị vay vốn                                                   | có                                   |
      | Bảo đảm tiền vay theo quy định                                            | có                                   |
    Và ngày xét là 01/07/2026
    Khi xét "Vay vốn ưu đãi mua, thuê mua nhà ở xã hội, nhà ở cho lực lượng vũ trang"
    Thì kết quả là "đủ điều kiện"
    Và kết luận không phải tạm xác định

  Tình huống: Phát hiện nếu bỏ trường hợp “Thuộc lực lượng vũ trang nhân dân” ở “Thuộc nhóm được vay vốn ưu đãi mua nhà ở xã hội” (2)
    Biết hồ sơ:
      | Tỉnh                                                                      | Bắc Ninh                              |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                       | Lực lượng vũ trang nhân dân (khoản 7) |
      | Có hợp đồng mua, thuê mua nhà ở                                           | có                                    |
      | Hợp đồng ký với chủ đầu tư nhà ở xã hội hoặc nhà ở cho lực lượng vũ trang | có                                    |
      | Giá trị hợp đồng mua, thuê mua                                            | 900.000.000 đồng                      |
      | Có khả năng trả nợ theo cam kết                                           | có                                    |
      | Có giấy đề nghị vay vốn                                                   | có                                    |
      | Bảo đảm tiền vay theo quy định                                            | có                                    |
    Và ngày xét là 01/07/2026
    Khi xét "Vay vốn ưu đãi mua, thuê mua nhà ở xã hội, nhà ở cho lực lượng vũ trang"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Cán bộ, công chức, viên chức” ở “Thuộc nhóm được vay vốn ưu đãi mua nhà ở xã hội” (2)
    Biết hồ sơ:
      | Tỉnh                                                                      | Bắc Ninh                               |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                       | Cán bộ, công chức, viên chức (khoản 8) |
      | Có hợp đồng mua, thuê mua nhà ở                                           | có                                     |
      | Hợp đồng ký với chủ đầu tư nhà ở xã hội hoặc nhà ở cho lực lượng vũ trang | có                                     |
      | Giá trị hợp đồng mua, thuê mua                                            | 900.000.000 đồng                       |
      | Có khả năng trả nợ theo cam kết                                           | có                                     |
      | Có giấy đề nghị vay vốn                                                   | có                                     |
      | Bảo đảm tiền vay theo quy định                                            | có                                     |
    Và ngày xét là 01/07/2026
    Khi xét "Vay vốn ưu đãi mua, thuê mua nhà ở xã hội, nhà ở cho lực lượng vũ trang"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Hộ nghèo, cận nghèo tại khu vực đô thị” ở “Thuộc nhóm được vay vốn ưu đãi mua nhà ở xã hội” (2)
    Biết hồ sơ:
      | Tỉnh                                                                      | Bắc Ninh                             |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                       | Hộ nghèo, cận nghèo đô thị (khoản 4) |
      | Có hợp đồng mua, thuê mua nhà ở                                           | có                                   |
      | Hợp đồng ký với chủ đầu tư nhà ở xã hội hoặc nhà ở cho lực lượng vũ trang | có                                   |
      | Giá trị hợp đồng mua, thuê mua                                            | 900.000.000 đồng                     |
      | Có khả năng trả nợ theo cam kết                                           | có                                   |
      | Có giấy đề nghị vay vốn                                                   | có                                   |
      | Bảo đảm tiền vay theo quy định                                            | có                                   |
    Và ngày xét là 01/07/2026
    Khi xét "Vay vốn ưu đãi mua, thuê mua nhà ở xã hội, nhà ở cho lực lượng vũ trang"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Hộ nghèo, cận nghèo nông thôn được tỉnh cho mua, thuê mua” ở “Thuộc nhóm được vay vốn ưu đãi mua nhà ở xã hội”
    Biết hồ sơ:
      | Tỉnh                                                                      | Hải Phòng                               |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                       | Hộ nghèo, cận nghèo nông thôn (khoản 2) |
      | Có hợp đồng mua, thuê mua nhà ở                                           | có                                      |
      | Hợp đồng ký với chủ đầu tư nhà ở xã hội hoặc nhà ở cho lực lượng vũ trang | có                                      |
      | Giá trị hợp đồng mua, thuê mua                                            | 900.000.000 đồng                        |
      | Có khả năng trả nợ theo cam kết                                           | có                                      |
      | Có giấy đề nghị vay vốn                                                   | có                                      |
      | Bảo đảm tiền vay theo quy định                                            | có                                      |
    Và ngày xét là 01/08/2024
    Khi xét "Vay vốn ưu đãi mua, thuê mua nhà ở xã hội, nhà ở cho lực lượng vũ trang"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Phát hiện nếu bỏ trường hợp “Người đứng đơn là người có công với cách mạng, thân nhân liệt sĩ” ở “Thuộc nhóm được vay vốn ưu đãi mua nhà ở xã hội”
    Biết hồ sơ:
      | Tỉnh                                                                      | Bắc Ninh                                   |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                       | Người có công, thân nhân liệt sĩ (khoản 1) |
      | Có hợp đồng mua, thuê mua nhà ở                                           | có                                         |
      | Hợp đồng ký với chủ đầu tư nhà ở xã hội hoặc nhà ở cho lực lượng vũ trang | có                                         |
      | Giá trị hợp đồng mua, thuê mua                                            | 900.000.000 đồng                           |
      | Có khả năng trả nợ theo cam kết                                           | có                                         |
      | Có giấy đề nghị vay vốn                                                   | có                                         |
      | Bảo đảm tiền vay theo quy định                                            | có                                         |
    Và ngày xét là 01/07/2026
    Khi xét "Vay vốn ưu đãi mua, thuê mua nhà ở xã hội, nhà ở cho lực lượng vũ trang"
    Thì kết quả là "đủ điều kiện"
    Và kết luận không phải tạm xác định

  Tình huống: Phát hiện nếu bỏ trường hợp “Người thu nhập thấp tại khu vực đô thị” ở “Thuộc nhóm được vay vốn ưu đãi mua nhà ở xã hội”
    Biết hồ sơ:
      | Tỉnh                                                                      | Bắc Ninh                             |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                       | Người thu nhập thấp đô thị (khoản 5) |
      | Có hợp đồng mua, thuê mua nhà ở                                           | có                                   |
      | Hợp đồng ký với chủ đầu tư nhà ở xã hội hoặc nhà ở cho lực lượng vũ trang | có                                   |
      | Giá trị hợp đồng mua, thuê mua                                            | 900.000.000 đồng                     |
      | Có khả năng trả nợ theo cam kết                                           | có                                   |
      | Có giấy đề nghị vay vốn                                                   | có                                   |
      | Bảo đảm tiền vay theo quy định                                            | có                                   |
    Và ngày xét là 01/07/2026
    Khi xét "Vay vốn ưu đãi mua, thuê mua nhà ở xã hội, nhà ở cho lực lượng vũ trang"
    Thì kết quả là "đủ điều kiện"
    Và kết luận không phải tạm xác định

  Tình huống: Phát hiện nếu bỏ trường hợp “Người đứng đơn là người có công với cách mạng, thân nhân liệt sĩ” ở “Thuộc nhóm được vay vốn ưu đãi mua nhà ở xã hội” (2)
    Biết hồ sơ:
      | Tỉnh                                                                      | Bắc Ninh                                   |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                       | Người có công, thân nhân liệt sĩ (khoản 1) |
      | Có hợp đồng mua, thuê mua nhà ở                                           | có                                         |
      | Hợp đồng ký với chủ đầu tư nhà ở xã hội hoặc nhà ở cho lực lượng vũ trang | có                                         |
      | Giá trị hợp đồng mua, thuê mua                                            | 900.000.000 đồng                           |
      | Có khả năng trả nợ theo cam kết                                           | có                                         |
      | Có giấy đề nghị vay vốn                                                   | có                                         |
      | Bảo đảm tiền vay theo quy định                                            | có                                         |
    Và ngày xét là 01/07/2026
    Khi xét "Vay vốn ưu đãi mua, thuê mua nhà ở xã hội, nhà ở cho lực lượng vũ trang"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Người thu nhập thấp tại khu vực đô thị” ở “Thuộc nhóm được vay vốn ưu đãi mua nhà ở xã hội” (2)
    Biết hồ sơ:
      | Tỉnh                                                                      | Bắc Ninh                             |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                       | Người thu nhập thấp đô thị (khoản 5) |
      | Có hợp đồng mua, thuê mua nhà ở                                           | có                                   |
      | Hợp đồng ký với chủ đầu tư nhà ở xã hội hoặc nhà ở cho lực lượng vũ trang | có                                   |
      | Giá trị hợp đồng mua, thuê mua                                            | 900.000.000 đồng                     |
      | Có khả năng trả nợ theo cam kết                                           | có                                   |
      | Có giấy đề nghị vay vốn                                                   | có                                   |
      | Bảo đảm tiền vay theo quy định                                            | có                                   |
    Và ngày xét là 01/07/2026
    Khi xét "Vay vốn ưu đãi mua, thuê mua nhà ở xã hội, nhà ở cho lực lượng vũ trang"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Hộ nghèo, cận nghèo nông thôn được tỉnh cho mua, thuê mua” ở “Thuộc nhóm được vay vốn ưu đãi mua nhà ở xã hội” (2)
    Biết hồ sơ:
      | Tỉnh                                                                      | Hải Phòng                               |
      | Nhóm đối tượng (Điều 76 Luật Nhà ở)                                       | Hộ nghèo, cận nghèo nông thôn (khoản 2) |
      | Có hợp đồng mua, thuê mua nhà ở                                           | có                                      |
      | Hợp đồng ký với chủ đầu tư nhà ở xã hội hoặc nhà ở cho lực lượng vũ trang | có                                      |
      | Giá trị hợp đồng mua, thuê mua                                            | 900.000.000 đồng                        |
      | Có khả năng trả nợ theo cam kết                                           | có                                      |
      | Có giấy đề nghị vay vốn                                                   | có                                      |
      | Bảo đảm tiền vay theo quy định                                            | có                                      |
    Và ngày xét là 01/07/2026
    Khi xét "Vay vốn ưu đãi mua, thuê mua nhà ở xã hội, nhà ở cho lực lượng vũ trang"
    Thì kết quả là "chưa đủ thông tin"
