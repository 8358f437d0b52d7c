# language: vi
# Phản ví dụ mà `ancu rules prove` tìm ra cho các tính chất trong rules/properties/nha_o_xa_hoi.yaml; hồ sơ không phải của ai.
Tính năng: Phản ví dụ của các tính chất về mua nhà ở xã hội

  Tình huống: Mức thu nhập năm 2026 của lực lượng vũ trang thấp hơn mức năm 2025 khi thu nhập Đại tá trên 50 triệu đồng
    Biết người này là công an, không đăng ký mua ở dự án nào khác, thu nhập 88.000.000 đồng một tháng
    Và tháng cao nhất thu nhập 88.000.000 đồng, vợ hoặc chồng thu nhập 0 đồng một tháng
    Và thu nhập của Đại tá là 60.000.000 đồng một tháng, không đứng tên trên sổ đỏ nào, không ở nhà công vụ
    Và chưa mua nhà ở xã hội, chưa được hỗ trợ nhà ở, chưa hưởng chính sách nhà ở cho lực lượng vũ trang
    Và mua của dự án do chủ đầu tư bỏ vốn
    Và hồ sơ:
      | Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)                         | không |
      | Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)               | không |
      | Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang) | không |
      | Mua chính căn nhà đang thuê, thuê mua                                         | có    |
    Và ngày xét là 31/12/2025
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Ngày xét   | Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá | kết quả            |
      | 31/12/2025 | 60.000.000 đồng                              | đủ điều kiện       |
      | 07/04/2026 | 60.000.000 đồng                              | không đủ điều kiện |
      | 07/04/2026 | 63.000.000 đồng                              | đủ điều kiện       |
