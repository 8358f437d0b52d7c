# language: vi
@nq-201-2025
Tính năng: Tổ chức, doanh nghiệp thuê nhà ở cho người lao động của mình

  Bối cảnh: doanh nghiệp sản xuất trong khu công nghiệp
    Biết hồ sơ:
      | Loại tổ chức đứng đơn                              | Doanh nghiệp |
      | Thuê để bố trí cho người lao động của mình         | có           |
      | Đang sản xuất, kinh doanh trong khu công nghiệp đó | có           |
      | Có hợp đồng thuê mặt bằng khu công nghiệp          | có           |
      | Có hợp đồng lao động với người được bố trí ở       | có           |
      | Thuê của chủ đầu tư dự án nhà ở xã hội             | có           |
    Và ngày xét là 01/05/2026

  Tình huống: Nhà lưu trú cho doanh nghiệp sản xuất, nhà ở xã hội theo cơ chế thí điểm từ ngày 01/6/2025
    Khi xét "employer_housing_rental"
    Thì kết quả từng dòng là:
      | Ngày xét   | Loại tổ chức đứng đơn  | kết quả                  | đạt                | không đạt     | chưa xác định      |
      | 31/07/2024 | Doanh nghiệp           | ngoài phạm vi bộ quy tắc |                    |               |                    |
      | 01/08/2024 | Doanh nghiệp           | đủ điều kiện             | zone_producer      |               |                    |
      | 31/05/2025 | Cơ quan nhà nước       | không đủ điều kiện       |                    | zone_producer |                    |
      | 01/06/2025 | Cơ quan nhà nước       | đủ điều kiện             | pilot_organisation |               |                    |
      | 31/05/2030 | Đơn vị sự nghiệp công lập | đủ điều kiện          | pilot_organisation |               |                    |
      | 01/06/2030 | Đơn vị sự nghiệp công lập | không đủ điều kiện    |                    | pilot_organisation |               |
      | 01/05/2026 | Tổ chức khác           | không đủ điều kiện       |                    | pilot_organisation |               |
      | 01/05/2026 |                        | chưa đủ thông tin        |                    |               | pilot_organisation |

  Tình huống: Từng điều kiện
    Khi xét "employer_housing_rental"
    Thì kết quả từng dòng là:
      | thông tin                                  | giá trị | Ngày xét   | kết quả            | không đạt     | chưa xác định |
      | Thuê để bố trí cho người lao động của mình | không   | 01/05/2026 | không đủ điều kiện | for_own_staff |               |
      | Thuê để bố trí cho người lao động của mình |         | 01/05/2026 | chưa đủ thông tin  |               | for_own_staff |
      | Có hợp đồng thuê mặt bằng khu công nghiệp  | không   | 01/05/2025 | không đủ điều kiện | zone_producer |               |
      | Có hợp đồng thuê mặt bằng khu công nghiệp  |         | 01/05/2025 | chưa đủ thông tin  |               | zone_producer |

  Tình huống: Doanh nghiệp, hợp tác xã sản xuất trong khu công nghiệp phải đủ các điều kiện để thuê nhà lưu trú
    Biết ngày xét là 01/05/2025
    Khi xét "employer_housing_rental"
    Thì kết quả từng dòng là:
      | thông tin                                          | giá trị                          | kết quả            | không đạt     |
      | Loại tổ chức đứng đơn                              | Hợp tác xã, liên hiệp hợp tác xã | đủ điều kiện       |               |
      | Đang sản xuất, kinh doanh trong khu công nghiệp đó | không                            | không đủ điều kiện | zone_producer |
      | Có hợp đồng lao động với người được bố trí ở       | không                            | không đủ điều kiện | zone_producer |

  # Employer rental: khoản 1, khoản 3 Điều 10 Nghị quyết 201/2025/QH15: thuê của chủ đầu tư dự án.
  Tình huống: Thuê nhà ở xã hội phải thuê của chủ đầu tư dự án
    Biết "Loại tổ chức đứng đơn" là Cơ quan nhà nước
    Khi xét "employer_housing_rental"
    Thì kết quả từng dòng là:
      | Thuê của chủ đầu tư dự án nhà ở xã hội | kết quả            | không đạt             | chưa xác định         |
      | có                                     | đủ điều kiện       |                       |                       |
      | không                                  | không đủ điều kiện | landlord_is_developer |                       |
      |                                        | chưa đủ thông tin  |                       | landlord_is_developer |

  # Employer rental: doanh nghiệp trong khu công nghiệp hỏi nhà lưu trú thì vẫn được trả lời về nhà lưu trú.
  Tình huống: Doanh nghiệp không thuê của chủ đầu tư vẫn được thuê nhà lưu trú công nhân
    Biết "Thuê của chủ đầu tư dự án nhà ở xã hội" là không
    Khi xét "employer_housing_rental"
    Thì kết quả là "đủ điều kiện"
    Và đạt "zone_producer"

  # Audit, K7: no lease of premises of a state agency; chapter 4: Resolution 201, Article 10.1, not Article 77.7.
  Tình huống: Doanh nghiệp trong khu công nghiệp nộp hợp đồng thuê mặt bằng, cơ quan nhà nước thì không
    Khi xét "employer_housing_rental"
    Thì cần giấy tờ "Hợp đồng thuê mặt bằng sản xuất trong khu công nghiệp"
    Và cần giấy tờ "Hợp đồng lao động với người được bố trí ở"

  Tình huống: Cơ quan nhà nước thuê nhà ở xã hội theo Nghị quyết 201
    Biết "Loại tổ chức đứng đơn" là Cơ quan nhà nước
    Khi xét "employer_housing_rental"
    Thì cần giấy tờ "Giấy tờ pháp lý của tổ chức"
    Và không cần giấy tờ "Hợp đồng thuê mặt bằng sản xuất trong khu công nghiệp"
    Và không cần giấy tờ "Hợp đồng lao động với người được bố trí ở"

  Tình huống: Cơ quan nhà nước không thuê cho người của mình bị từ chối theo Nghị quyết 201
    Biết "Loại tổ chức đứng đơn" là Cơ quan nhà nước
    Và "Thuê để bố trí cho người lao động của mình" là không
    Khi xét "employer_housing_rental"
    Thì không đạt "for_own_staff" theo "khoản 1 Điều 10 Nghị quyết 201/2025/QH15"

  Tình huống: Thuê cho người lao động của mình, trước và sau cơ chế thí điểm
    Khi xét "employer_housing_rental"
    Thì kết quả từng dòng là:
      | Ngày xét   | Thuê để bố trí cho người lao động của mình | kết quả            | đạt           | không đạt     | chưa xác định |
      | 31/05/2025 | có                                         | đủ điều kiện       | for_own_staff |               |               |
      | 31/05/2025 | không                                      | không đủ điều kiện |               | for_own_staff |               |
      | 31/05/2025 |                                            | chưa đủ thông tin  |               |               | for_own_staff |
      | 01/06/2030 | có                                         | đủ điều kiện       | for_own_staff |               |               |
      | 01/06/2030 | không                                      | không đủ điều kiện |               | for_own_staff |               |
      | 01/06/2030 |                                            | chưa đủ thông tin  |               |               | for_own_staff |
