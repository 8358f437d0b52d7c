# language: vi
# Hồ sơ đủ điều kiện mà mức hỗ trợ hoặc thứ tự ưu tiên còn chưa xác định được: không kết luận ở mức thấp, nói rõ còn thiếu gì.
Tính năng: Điều còn để ngỏ của hồ sơ đủ điều kiện: Tổ chức, doanh nghiệp thuê nhà ở cho người lao động của mình

  Tình huống: Còn để ngỏ, ngày 01/05/2026: Doanh nghiệp, hợp tác xã sản xuất trong khu công nghiệp, có hợp đồng thuê mặt bằng và lao động
    Biết hồ sơ:
      | Loại tổ chức đứng đơn                        | Doanh nghiệp |
      | Thuê của chủ đầu tư dự án nhà ở xã hội       | có           |
      | Có hợp đồng thuê mặt bằng khu công nghiệp    | có           |
      | Có hợp đồng lao động với người được bố trí ở | có           |
      | Thuê để bố trí cho người lao động của mình   | có           |
    Và ngày xét là 01/05/2026
    Khi xét "Tổ chức, doanh nghiệp thuê nhà ở cho người lao động của mình"
    Thì kết quả là "đủ điều kiện"
    Và còn thiếu để xác định mức: "Đang sản xuất, kinh doanh trong khu công nghiệp đó"

  Tình huống: Còn để ngỏ, ngày 01/05/2026: Tổ chức thuộc cơ chế thí điểm thuê nhà ở xã hội của chủ đầu tư dự án
    Biết hồ sơ:
      | Loại tổ chức đứng đơn                              | Doanh nghiệp |
      | Đang sản xuất, kinh doanh trong khu công nghiệp đó | có           |
      | Có hợp đồng thuê mặt bằng khu công nghiệp          | có           |
      | Có hợp đồng lao động với người được bố trí ở       | có           |
      | Thuê để bố trí cho người lao động của mình         | có           |
    Và ngày xét là 01/05/2026
    Khi xét "Tổ chức, doanh nghiệp thuê nhà ở cho người lao động của mình"
    Thì kết quả là "đủ điều kiện"
    Và còn thiếu để xác định mức: "Thuê của chủ đầu tư dự án nhà ở xã hội"
