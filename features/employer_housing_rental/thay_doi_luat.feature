# language: vi
Tính năng: Tổ chức, doanh nghiệp thuê nhà ở cho người lao động của mình: mỗi thay đổi của luật phải bị phát hiện
  Các tình huống này được soạn từ những thay đổi thử của bộ quy tắc mà các tình huống khác chưa phát hiện. Kết quả ghi ở đây
  là kết quả của bộ quy tắc ngày soạn, còn chờ cán bộ pháp chế đối chiếu từng dòng với văn bản.

  Tình huống: Phát hiện nếu áp dụng từ ngày 31/05/2025 thay cho ngày 01/06/2025 ở “Bên cho thuê là chủ đầu tư dự án nhà ở xã hội”
    Biết hồ sơ:
      | Loại tổ chức đứng đơn                              | Cơ quan nhà nước |
      | Thuê để bố trí cho người lao động của mình         | có               |
      | Đang sản xuất, kinh doanh trong khu công nghiệp đó | có               |
      | Có hợp đồng thuê mặt bằng khu công nghiệp          | có               |
      | Có hợp đồng lao động với người được bố trí ở       | có               |
    Và ngày xét là 31/05/2025
    Khi xét "Tổ chức, doanh nghiệp thuê nhà ở cho người lao động của mình"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "landlord_is_developer"

  Tình huống: Phát hiện nếu không áp dụng được đổi thành luôn đạt ở “Bên cho thuê là chủ đầu tư dự án nhà ở xã hội”
    Biết hồ sơ:
      | Loại tổ chức đứng đơn                              | Cơ quan nhà nước |
      | Thuê để bố trí cho người lao động của mình         | có               |
      | Đang sản xuất, kinh doanh trong khu công nghiệp đó | có               |
      | Có hợp đồng thuê mặt bằng khu công nghiệp          | có               |
      | Có hợp đồng lao động với người được bố trí ở       | có               |
    Và ngày xét là 01/08/2024
    Khi xét "Tổ chức, doanh nghiệp thuê nhà ở cho người lao động của mình"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "landlord_is_developer"

  Tình huống: Phát hiện nếu áp dụng từ ngày 31/05/2025 thay cho ngày 01/06/2025 ở “Tổ chức được thuê nhà ở xã hội theo cơ chế thí điểm”
    Biết hồ sơ:
      | Loại tổ chức đứng đơn                              | Cơ quan nhà nước |
      | Thuê để bố trí cho người lao động của mình         | có               |
      | Đang sản xuất, kinh doanh trong khu công nghiệp đó | có               |
      | Có hợp đồng thuê mặt bằng khu công nghiệp          | có               |
      | Có hợp đồng lao động với người được bố trí ở       | có               |
    Và ngày xét là 31/05/2025
    Khi xét "Tổ chức, doanh nghiệp thuê nhà ở cho người lao động của mình"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "pilot_organisation"

  Tình huống: Phát hiện nếu áp dụng từ ngày 02/06/2030 thay cho ngày 01/06/2030 ở “Bên cho thuê là chủ đầu tư dự án nhà ở xã hội”
    Biết hồ sơ:
      | Loại tổ chức đứng đơn                              | Cơ quan nhà nước |
      | Thuê để bố trí cho người lao động của mình         | có               |
      | Đang sản xuất, kinh doanh trong khu công nghiệp đó | có               |
      | Có hợp đồng thuê mặt bằng khu công nghiệp          | có               |
      | Có hợp đồng lao động với người được bố trí ở       | có               |
    Và ngày xét là 01/06/2030
    Khi xét "Tổ chức, doanh nghiệp thuê nhà ở cho người lao động của mình"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "landlord_is_developer"

  Tình huống: Phát hiện nếu không áp dụng được đổi thành luôn đạt ở “Bên cho thuê là chủ đầu tư dự án nhà ở xã hội” (2)
    Biết hồ sơ:
      | Loại tổ chức đứng đơn                              | Cơ quan nhà nước |
      | Thuê để bố trí cho người lao động của mình         | có               |
      | Đang sản xuất, kinh doanh trong khu công nghiệp đó | có               |
      | Có hợp đồng thuê mặt bằng khu công nghiệp          | có               |
      | Có hợp đồng lao động với người được bố trí ở       | có               |
    Và ngày xét là 01/06/2030
    Khi xét "Tổ chức, doanh nghiệp thuê nhà ở cho người lao động của mình"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "landlord_is_developer"

  Tình huống: Phát hiện nếu không áp dụng được đổi thành luôn đạt ở “Tổ chức được thuê nhà ở xã hội theo cơ chế thí điểm”
    Biết hồ sơ:
      | Loại tổ chức đứng đơn                              | Cơ quan nhà nước |
      | Thuê để bố trí cho người lao động của mình         | có               |
      | Đang sản xuất, kinh doanh trong khu công nghiệp đó | có               |
      | Có hợp đồng thuê mặt bằng khu công nghiệp          | có               |
      | Có hợp đồng lao động với người được bố trí ở       | có               |
    Và ngày xét là 01/08/2024
    Khi xét "Tổ chức, doanh nghiệp thuê nhà ở cho người lao động của mình"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "pilot_organisation"
