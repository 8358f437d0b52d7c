# language: vi
# Audit, chapter 3 and K7: papers follow the ground in use; title, form and issuer as in the text of the day.
@dieu-78
Tính năng: Giấy tờ cần nộp khi mua, thuê mua nhà ở xã hội

  Bối cảnh: người độc thân, chưa có nhà ở
    Biết hồ sơ:
      | Tỉnh                               | Bắc Ninh     |
      | Tình trạng hôn nhân                | Chưa kết hôn |
      | Đang nuôi con dưới tuổi thành niên | không        |
      | Thu nhập                           | 9 triệu      |
      | Thu nhập tháng cao nhất            | 9 triệu      |
      | Có tên trong Giấy chứng nhận       | không        |
      | Có nhà ở                           | không        |
      | Đã mua nhà ở xã hội                | không        |
      | Đã được hỗ trợ nhà ở               | không        |
      | Đang ở nhà ở công vụ               | không        |
      | Đăng ký tại dự án khác             | không        |
      | Nguồn vốn xây dựng dự án           | Chủ đầu tư   |
      | Đang thuê nhà ở xã hội             | không        |
    Và ngày xét là 01/06/2026

  # K7, case C2.
  Tình huống: Người có công nộp giấy tờ người có công, không nộp giấy xác nhận của nơi làm việc
    Biết "Nhóm đối tượng" là Người có công
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì cần giấy tờ "Bản sao có chứng thực giấy tờ chứng minh người có công với cách mạng hoặc Giấy chứng nhận thân nhân liệt sĩ"
    Và không cần giấy tờ "Giấy xác nhận về đối tượng, thu nhập"
    Và không cần giấy tờ "Giấy xác nhận về đối tượng"

  # K7, case C1.
  Tình huống: Công nhân đồng thời là thương binh thì giấy của nơi làm việc chỉ là giấy tờ thay thế
    Biết "Nghề nghiệp" là công nhân
    Và "Khu vực" là đô thị
    Và "Có hợp đồng lao động" là có
    Và "Diện người có công" là Thương binh
    Và "Người có công còn sống" là có
    Và "Đã được công nhận người có công hoặc thân nhân liệt sĩ" là có
    Và "Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi" là không
    Và "Chính người đứng đơn là người có công hoặc thân nhân liệt sĩ" là có
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và cần giấy tờ "Bản sao có chứng thực giấy tờ chứng minh người có công với cách mạng hoặc Giấy chứng nhận thân nhân liệt sĩ"
    Và không cần giấy tờ "Giấy xác nhận về đối tượng"
    Và không cần giấy tờ "Giấy chứng nhận người có công hoặc quyết định hưởng trợ cấp ưu đãi"

  Tình huống: Hộ nghèo đô thị nộp bản sao Giấy chứng nhận hộ nghèo
    Biết "Nhóm đối tượng" là Hộ nghèo đô thị
    Và "Diện hộ" là Hộ nghèo
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì cần giấy tờ "Bản sao có chứng thực Giấy chứng nhận hộ nghèo, hộ cận nghèo"
    Và không cần giấy tờ "Giấy xác nhận về đối tượng, thu nhập"

  # Chapter 3: group 5 without a contract, 2024-08-01 to 2026-02-14.
  Tình huống: Không có hợp đồng lao động: xã xác nhận đối tượng đến ngày 14/02/2026
    Biết "Nhóm đối tượng" là người thu nhập thấp
    Và "Nghề nghiệp" là lao động tự do
    Và "Có hợp đồng lao động" là không
    Và ngày xét là 14/02/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì cần giấy tờ "Giấy xác nhận về đối tượng"
    Và cần giấy tờ "Giấy xác nhận điều kiện về thu nhập"
    Và không cần giấy tờ "Bảng tiền công, tiền lương 12 tháng liền kề"
    Và không cần giấy tờ "Giấy xác nhận về đối tượng, thu nhập"

  Tình huống: Từ ngày 15/02/2026 đơn đề nghị xác nhận thu nhập đồng thời chứng minh đối tượng
    Biết "Nhóm đối tượng" là người thu nhập thấp
    Và "Nghề nghiệp" là lao động tự do
    Và "Có hợp đồng lao động" là không
    Và ngày xét là 15/02/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì cần giấy tờ "Đơn đề nghị xác nhận điều kiện về thu nhập"
    Và không cần giấy tờ "Giấy xác nhận về đối tượng"

  Tình huống: Trước ngày 10/10/2025 người không có hợp đồng lao động kê khai thu nhập, không nộp bảng lương
    Biết "Nhóm đối tượng" là người thu nhập thấp
    Và "Nghề nghiệp" là lao động tự do
    Và "Có hợp đồng lao động" là không
    Và ngày xét là 15/04/2025
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì cần giấy tờ "Giấy kê khai về điều kiện thu nhập"
    Và cần giấy tờ "Giấy xác nhận về đối tượng"
    Và không cần giấy tờ "Bảng tiền công, tiền lương 12 tháng liền kề"
    Và không cần giấy tờ "Giấy xác nhận về điều kiện thu nhập"

  Tình huống: Công nhân, người thu nhập thấp có hợp đồng nộp giấy của nơi làm việc kèm bảng lương
    Biết "Nhóm đối tượng" là người thu nhập thấp
    Và "Nghề nghiệp" là Người lao động của hộ kinh doanh
    Và "Có hợp đồng lao động" là có
    Và ngày xét là 15/04/2025
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì cần giấy tờ "Giấy xác nhận về đối tượng"
    Và cần giấy tờ "Giấy xác nhận về điều kiện thu nhập"
    Và cần giấy tờ "Bảng tiền công, tiền lương 12 tháng liền kề"
    Và không cần giấy tờ "Giấy kê khai về điều kiện thu nhập"

  Tình huống: Cán bộ, công chức, viên chức nộp giấy của nơi làm việc
    Biết "Nhóm đối tượng" là công chức
    Và ngày xét là 15/04/2025
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì cần giấy tờ "Giấy xác nhận về đối tượng"
    Và cần giấy tờ "Giấy xác nhận về điều kiện thu nhập"
    Và cần giấy tờ "Bảng tiền công, tiền lương 12 tháng liền kề"

  # Chapter 3: retirees before and after 2025-11-10.
  Tình huống: Người nghỉ hưu trước ngày 10/11/2025 nộp quyết định nghỉ hưu
    Biết "Nhóm đối tượng" là người thu nhập thấp
    Và "Nghề nghiệp" là Nghỉ hưu
    Và "Đang hưởng lương hưu do Bảo hiểm xã hội chi trả" là có
    Và "Có hợp đồng lao động" là không
    Và ngày xét là 09/11/2025
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì cần giấy tờ "Quyết định nghỉ việc hưởng chế độ hưu trí"
    Và cần giấy tờ "Giấy xác nhận về đối tượng"
    Và không cần giấy tờ "Giấy kê khai về điều kiện thu nhập"
    Và không cần giấy tờ "Bảng tiền công, tiền lương 12 tháng liền kề"

  Tình huống: Người nghỉ hưu từ ngày 10/11/2025 nộp Mẫu số 01a
    Biết "Nhóm đối tượng" là người thu nhập thấp
    Và "Nghề nghiệp" là Nghỉ hưu
    Và "Đang hưởng lương hưu do Bảo hiểm xã hội chi trả" là có
    Và "Có hợp đồng lao động" là không
    Và ngày xét là 10/11/2025
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì cần giấy tờ "Giấy xác nhận về đối tượng, thu nhập"
    Và không cần giấy tờ "Quyết định nghỉ việc hưởng chế độ hưu trí"
    Và không cần giấy tờ "Giấy xác nhận điều kiện về thu nhập"

  Tình huống: Đã trả lại nhà ở công vụ, bị thu hồi đất thì nộp Mẫu số 01
    Biết "Nhóm đối tượng" là Khoản 9
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì cần giấy tờ "Giấy xác nhận về đối tượng"
    Và không cần giấy tờ "Giấy xác nhận về đối tượng, thu nhập"

  Tình huống: Bị thu hồi đất, phải phá dỡ nhà ở
    Biết "Nhóm đối tượng" là Khoản 10
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì cần giấy tờ "Giấy xác nhận về đối tượng"

  Tình huống: Lực lượng vũ trang theo mẫu của Bộ Quốc phòng, Bộ Công an
    Biết "Nhóm đối tượng" là Lực lượng vũ trang
    Và "Đã hưởng chính sách nhà ở cho lực lượng vũ trang" là không
    Và "Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá" là 20 triệu
    Và ngày xét là 01/02/2026
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì cần giấy tờ "Giấy xác nhận đối tượng theo mẫu của Bộ Quốc phòng hoặc Bộ Công an"
    Và cần giấy tờ "Giấy xác nhận điều kiện về thu nhập"
    Và cần giấy tờ "Bảng tiền công, tiền lương 12 tháng liền kề"
    Và không cần giấy tờ "Giấy xác nhận về đối tượng, thu nhập"

  # K7: papers of a spouse and of children only of those who have them.
  Tình huống: Giấy tờ của vợ (chồng) và khai sinh của con chỉ với người có vợ (chồng), có con
    Biết "Nhóm đối tượng" là công nhân
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì không cần giấy tờ "Giấy khai sinh của con"
    Và không cần giấy tờ "Giấy xác nhận thu nhập của vợ (chồng)"
    Và không cần giấy tờ "Giấy xác nhận về điều kiện nhà ở của vợ (chồng)"
    Và cần giấy tờ "Giấy xác nhận về điều kiện nhà ở"

  Tình huống: Người độc thân nuôi con nhỏ nộp khai sinh của con
    Biết "Nhóm đối tượng" là công nhân
    Và "Đang nuôi con dưới tuổi thành niên" là có
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì cần giấy tờ "Giấy khai sinh của con"

  Tình huống: Người đã kết hôn nộp giấy tờ của vợ (chồng)
    Biết "Nhóm đối tượng" là công nhân
    Và "Tình trạng hôn nhân" là Đã kết hôn
    Và "Thu nhập vợ/chồng" là 5 triệu
    Và "Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)" là không
    Và "Vợ (chồng) đã mua, thuê mua nhà ở xã hội" là không
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì cần giấy tờ "Giấy xác nhận thu nhập của vợ (chồng)"
    Và cần giấy tờ "Giấy xác nhận về điều kiện nhà ở của vợ (chồng)"
