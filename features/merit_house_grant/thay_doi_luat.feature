# language: vi
Tính năng: Hỗ trợ người có công, thân nhân liệt sĩ xây mới hoặc sửa chữa nhà ở: mỗi thay đổi của luật phải bị phát hiện
  Các tình huống này được soạn từ những thay đổi thử của bộ quy tắc mà các tình huống khác chưa phát hiện. Kết quả ghi ở đây
  là kết quả của bộ quy tắc ngày soạn, còn chờ cán bộ pháp chế đối chiếu từng dòng với văn bản.

  Tình huống: Phát hiện nếu bỏ yêu cầu “Diện người có công” khác “Không thuộc diện người có công” ở “Thân nhân liệt sĩ không bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi”
    Biết hồ sơ:
      | Tỉnh                                                   | Bắc Giang                      |
      | Diện người có công                                     | Không thuộc diện người có công |
      | Người có công còn sống                                 | có                             |
      | Quan hệ với liệt sĩ                                    | Cha đẻ, mẹ đẻ                  |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | có                             |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | có                             |
      | Hộ hiện đang ở tại nhà này                             | có                             |
      | Ngày đăng ký thường trú tại nhà                        | 01/01/2000                     |
      | Hộ đăng ký thường trú tại nhà này                      | có                             |
      | Hộ đã được hỗ trợ theo Quyết định 22/2013/QĐ-TTg       | không                          |
      | Tình trạng nhà ở                                       | Nhà tạm                        |
      | Nhà phải phá dỡ để xây mới                             | có                             |
      | Phải sửa chữa khung, tường và thay mới mái             | không                          |
    Và ngày xét là 15/06/2013
    Khi xét "Hỗ trợ người có công, thân nhân liệt sĩ xây mới hoặc sửa chữa nhà ở"
    Thì kết quả là "không đủ điều kiện"

  Tình huống: Phát hiện nếu bỏ trường hợp “Quan hệ với liệt sĩ” là “Người có công nuôi liệt sĩ”
    Biết hồ sơ:
      | Tỉnh                                                                | Bắc Giang                  |
      | Diện người có công                                                  | Bệnh binh                  |
      | Người có công còn sống                                              | không                      |
      | Quan hệ với liệt sĩ                                                 | Người có công nuôi liệt sĩ |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ              | có                         |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi              | có                         |
      | Hộ hiện đang ở tại nhà này                                          | có                         |
      | Ngày đăng ký thường trú tại nhà                                     | 01/01/2000                 |
      | Hộ đăng ký thường trú tại nhà này                                   | có                         |
      | Hộ đã được hỗ trợ theo Quyết định 22/2013/QĐ-TTg                    | không                      |
      | Tình trạng nhà ở                                                    | Nhà tạm                    |
      | Nhà phải phá dỡ để xây mới                                          | có                         |
      | Phải sửa chữa khung, tường và thay mới mái                          | không                      |
      | Đã được lập danh sách hỗ trợ khi còn sống                           | có                         |
      | Vợ hoặc chồng của người có công đã mất đang ở và thường trú tại nhà | có                         |
    Và ngày xét là 31/12/2019
    Khi xét "Hỗ trợ người có công, thân nhân liệt sĩ xây mới hoặc sửa chữa nhà ở"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Phát hiện nếu bỏ trường hợp “Quan hệ với liệt sĩ” là “Vợ hoặc chồng (chưa lấy người khác)”
    Biết hồ sơ:
      | Tỉnh                                                                | Bắc Giang                           |
      | Diện người có công                                                  | Bệnh binh                           |
      | Người có công còn sống                                              | không                               |
      | Quan hệ với liệt sĩ                                                 | Vợ hoặc chồng (chưa lấy người khác) |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ              | có                                  |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi              | có                                  |
      | Hộ hiện đang ở tại nhà này                                          | có                                  |
      | Ngày đăng ký thường trú tại nhà                                     | 01/01/2000                          |
      | Hộ đăng ký thường trú tại nhà này                                   | có                                  |
      | Hộ đã được hỗ trợ theo Quyết định 22/2013/QĐ-TTg                    | không                               |
      | Tình trạng nhà ở                                                    | Nhà tạm                             |
      | Nhà phải phá dỡ để xây mới                                          | có                                  |
      | Phải sửa chữa khung, tường và thay mới mái                          | không                               |
      | Đã được lập danh sách hỗ trợ khi còn sống                           | có                                  |
      | Vợ hoặc chồng của người có công đã mất đang ở và thường trú tại nhà | có                                  |
    Và ngày xét là 31/12/2019
    Khi xét "Hỗ trợ người có công, thân nhân liệt sĩ xây mới hoặc sửa chữa nhà ở"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Phát hiện nếu bỏ yêu cầu không phải “Người có công còn sống”
    Biết hồ sơ:
      | Tỉnh                                                                | Bắc Giang  |
      | Diện người có công                                                  | Bệnh binh  |
      | Quan hệ với liệt sĩ                                                 | Không      |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ              | có         |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi              | không      |
      | Hộ hiện đang ở tại nhà này                                          | có         |
      | Ngày đăng ký thường trú tại nhà                                     | 01/01/2000 |
      | Hộ đăng ký thường trú tại nhà này                                   | có         |
      | Hộ đã được hỗ trợ theo Quyết định 22/2013/QĐ-TTg                    | không      |
      | Tình trạng nhà ở                                                    | Nhà tạm    |
      | Nhà phải phá dỡ để xây mới                                          | có         |
      | Phải sửa chữa khung, tường và thay mới mái                          | không      |
      | Đã được lập danh sách hỗ trợ khi còn sống                           | có         |
      | Vợ hoặc chồng của người có công đã mất đang ở và thường trú tại nhà | có         |
    Và ngày xét là 31/12/2019
    Khi xét "Hỗ trợ người có công, thân nhân liệt sĩ xây mới hoặc sửa chữa nhà ở"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Phát hiện nếu bỏ trường hợp “Quan hệ với liệt sĩ” là “Cha đẻ, mẹ đẻ”
    Biết hồ sơ:
      | Tỉnh                                                                | Bắc Giang     |
      | Diện người có công                                                  | Bệnh binh     |
      | Người có công còn sống                                              | không         |
      | Quan hệ với liệt sĩ                                                 | Cha đẻ, mẹ đẻ |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ              | có            |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi              | có            |
      | Hộ hiện đang ở tại nhà này                                          | có            |
      | Ngày đăng ký thường trú tại nhà                                     | 01/01/2000    |
      | Hộ đăng ký thường trú tại nhà này                                   | có            |
      | Hộ đã được hỗ trợ theo Quyết định 22/2013/QĐ-TTg                    | không         |
      | Tình trạng nhà ở                                                    | Nhà tạm       |
      | Nhà phải phá dỡ để xây mới                                          | có            |
      | Phải sửa chữa khung, tường và thay mới mái                          | không         |
      | Đã được lập danh sách hỗ trợ khi còn sống                           | có            |
      | Vợ hoặc chồng của người có công đã mất đang ở và thường trú tại nhà | có            |
    Và ngày xét là 31/12/2019
    Khi xét "Hỗ trợ người có công, thân nhân liệt sĩ xây mới hoặc sửa chữa nhà ở"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Phát hiện nếu chỉ cần một trong các yêu cầu: “Diện người có công” khác “Không thuộc diện người có công”; “Quan hệ với liệt sĩ” là một trong: “Cha đẻ, mẹ đẻ”, “Vợ hoặc chồng (chưa lấy người khác)”, “Con đẻ, con nuôi”, “Người có công nuôi liệt sĩ”
    Biết hồ sơ:
      | Tỉnh                                                                           | Bắc Giang        |
      | Người có công còn sống                                                         | có               |
      | Quan hệ với liệt sĩ                                                            | Con đẻ, con nuôi |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ                         | có               |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi                         | có               |
      | Hộ hiện đang ở tại nhà này                                                     | có               |
      | Hộ đăng ký thường trú tại nhà này                                              | có               |
      | Hộ đã được hỗ trợ theo Quyết định 22/2013/QĐ-TTg                               | không            |
      | Tình trạng nhà ở                                                               | Nhà tạm          |
      | Nhà phải phá dỡ để xây mới                                                     | có               |
      | Phải sửa chữa khung, tường và thay mới mái                                     | không            |
      | Riêng thân nhân liệt sĩ đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | có               |
    Và ngày xét là 31/12/2025
    Khi xét "Hỗ trợ người có công, thân nhân liệt sĩ xây mới hoặc sửa chữa nhà ở"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Phát hiện nếu bỏ yêu cầu “Diện người có công” khác “Không thuộc diện người có công”
    Biết hồ sơ:
      | Tỉnh                                                                           | Bắc Giang        |
      | Người có công còn sống                                                         | có               |
      | Quan hệ với liệt sĩ                                                            | Con đẻ, con nuôi |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ                         | có               |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi                         | có               |
      | Hộ hiện đang ở tại nhà này                                                     | có               |
      | Hộ đăng ký thường trú tại nhà này                                              | có               |
      | Hộ đã được hỗ trợ theo Quyết định 22/2013/QĐ-TTg                               | không            |
      | Tình trạng nhà ở                                                               | Nhà tạm          |
      | Nhà phải phá dỡ để xây mới                                                     | có               |
      | Phải sửa chữa khung, tường và thay mới mái                                     | không            |
      | Riêng thân nhân liệt sĩ đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | có               |
    Và ngày xét là 31/12/2025
    Khi xét "Hỗ trợ người có công, thân nhân liệt sĩ xây mới hoặc sửa chữa nhà ở"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Phát hiện nếu chỉ cần một trong các yêu cầu: “Diện người có công” khác “Không thuộc diện người có công”; không phải “Người có công còn sống”
    Biết hồ sơ:
      | Tỉnh                                                                | Bắc Giang  |
      | Diện người có công                                                  | Bệnh binh  |
      | Quan hệ với liệt sĩ                                                 | Không      |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ              | có         |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi              | không      |
      | Hộ hiện đang ở tại nhà này                                          | có         |
      | Ngày đăng ký thường trú tại nhà                                     | 01/01/2000 |
      | Hộ đăng ký thường trú tại nhà này                                   | có         |
      | Hộ đã được hỗ trợ theo Quyết định 22/2013/QĐ-TTg                    | không      |
      | Tình trạng nhà ở                                                    | Nhà tạm    |
      | Nhà phải phá dỡ để xây mới                                          | có         |
      | Phải sửa chữa khung, tường và thay mới mái                          | không      |
      | Đã được lập danh sách hỗ trợ khi còn sống                           | có         |
      | Vợ hoặc chồng của người có công đã mất đang ở và thường trú tại nhà | có         |
    Và ngày xét là 31/12/2019
    Khi xét "Hỗ trợ người có công, thân nhân liệt sĩ xây mới hoặc sửa chữa nhà ở"
    Thì kết quả là "chưa đủ thông tin"

  Tình huống: Phát hiện nếu là có thay cho không
    Biết hồ sơ:
      | Tỉnh                                                                | Bắc Giang  |
      | Người có công còn sống                                              | không      |
      | Quan hệ với liệt sĩ                                                 | Không      |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ              | có         |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi              | không      |
      | Hộ hiện đang ở tại nhà này                                          | có         |
      | Ngày đăng ký thường trú tại nhà                                     | 01/01/2000 |
      | Hộ đăng ký thường trú tại nhà này                                   | có         |
      | Hộ đã được hỗ trợ theo Quyết định 22/2013/QĐ-TTg                    | không      |
      | Tình trạng nhà ở                                                    | Nhà tạm    |
      | Nhà phải phá dỡ để xây mới                                          | có         |
      | Phải sửa chữa khung, tường và thay mới mái                          | không      |
      | Đã được lập danh sách hỗ trợ khi còn sống                           | có         |
      | Vợ hoặc chồng của người có công đã mất đang ở và thường trú tại nhà | không      |
    Và ngày xét là 31/12/2019
    Khi xét "Hỗ trợ người có công, thân nhân liệt sĩ xây mới hoặc sửa chữa nhà ở"
    Thì kết quả là "không đủ điều kiện"
